using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Itdr.Inference;
using Itdr.LLamaSharp.Natives;
using Itdr.LLamaSharp.Tests.Gguf;
using LLama.Native;

namespace Itdr.LLamaSharp.Tests;

/// <summary>What goes wrong before or while a model is loaded is a typed error with a sentence that says what to do.</summary>
public sealed class ErrorTests(WrittenModel models) : IClassFixture<WrittenModel>
{
    /// <summary>That of the context's parameters in llama.cpp b8390; it is 144 in LLamaSharp 0.28 and 160 in its stand-in.</summary>
    private const int OtherSize = 136;

    [Fact]
    public async Task A_missing_file_is_named() => await Refused(LLamaSharpError.FileMissing, models.File("absent.gguf"), "There is no file");

    [Fact]
    public async Task A_folder_is_no_file() => await Refused(LLamaSharpError.FileMissing, models.File("."), "cannot be read");

    [Theory]
    [InlineData("")]
    [InlineData("GG")]
    [InlineData("<html>not found</html>")]
    public async Task A_file_that_is_not_GGUF_is_told_as_such(string content)
    {
        var path = models.File("page.gguf");
        await File.WriteAllTextAsync(path, content);
        await Refused(LLamaSharpError.NotGguf, path, "convert_hf_to_gguf.py");
    }

    [Fact]
    public async Task A_file_that_is_cut_off_anywhere_is_told_as_cut_off()
    {
        var whole = await File.ReadAllBytesAsync(models.Plain);
        var path = models.File("cut.gguf");
        for (var length = 4; length < whole.Length; length += length < 9000 ? 7 + (length / 9) : whole.Length / 17)
        {
            await File.WriteAllBytesAsync(path, whole[..length]);
            await Refused(LLamaSharpError.Truncated, path, "get it again");
        }
    }

    [Fact]
    public async Task A_header_with_hostile_lengths_is_told_as_cut_off_without_taking_memory()
    {
        var path = models.File("hostile.gguf");
        await using (var writer = new BinaryWriter(File.Create(path)))
        {
            writer.Write("GGUF"u8);
            writer.Write(3u);
            writer.Write(ulong.MaxValue);
            writer.Write(ulong.MaxValue);
        }

        await Refused(LLamaSharpError.Truncated, path, "get it again");
    }

    [Fact]
    public async Task An_unknown_version_is_refused()
    {
        var path = models.File("version.gguf");
        await File.WriteAllBytesAsync(path, [.. "GGUF"u8, 9, 0, 0, 0]);
        await Refused(LLamaSharpError.NotGguf, path, "version 9");
    }

    [Fact]
    public async Task An_adapter_is_no_model() => await Refused(LLamaSharpError.NotAModel, models.Adapter, "give it as an adapter");

    [LlamaFact]
    public async Task A_model_of_an_architecture_that_llama_cpp_does_not_know_is_told_by_its_name()
    {
        var path = (RandomLlama.Tiny with { Architecture = "harbor" }).Write(models.File("harbor.gguf"), Models.Vocabulary);
        await Refused(LLamaSharpError.UnknownArchitecture, path, "'harbor'");
    }

    [LlamaFact]
    public async Task A_model_whose_header_is_not_that_of_its_architecture_is_refused_with_the_reason()
    {
        var path = (RandomLlama.Tiny with { Architecture = "gpt2" }).Write(models.File("gpt2.gguf"), Models.Vocabulary);
        await Refused(LLamaSharpError.LoadFailed, path, "key not found");
    }

    [Fact]
    public async Task Headers_for_which_llama_cpp_ends_the_process_are_refused_before_it_sees_them()
    {
        await Refused(LLamaSharpError.NotAModel, (RandomLlama.Tiny with { Layers = 0 }).Write(models.File("layers.gguf"), Models.Vocabulary), "no layers");
        var empty = new GgufWriter().Add("general.architecture", "llama").AddSingles("blk.0.attn_q.weight", [64, 0], static () => 0).Save(models.File("size.gguf"));
        await Refused(LLamaSharpError.NotGguf, empty, "the tensor blk.0.attn_q.weight with a size of 0");
    }

    [LlamaFact]
    public async Task A_tensor_that_llama_cpp_cannot_read_is_told_by_its_name()
    {
        var bytes = await File.ReadAllBytesAsync(models.Plain);

        // The number of the element type stands between the sizes and the offset of a tensor.
        var at = bytes.AsSpan().IndexOf("output_norm.weight"u8) + "output_norm.weight".Length + 4 + 8;
        bytes[at] = 200;
        var path = models.File("kind.gguf");
        await File.WriteAllBytesAsync(path, bytes);
        await Refused(LLamaSharpError.LoadFailed, path, "output_norm.weight");
    }

    [LlamaFact]
    public async Task A_template_that_llama_cpp_does_not_know_is_an_error_that_offers_others()
    {
        var path = (RandomLlama.Tiny with { Template = "{{ harbor }}" }).Write(models.File("template.gguf"), Models.Vocabulary);
        await Refused(LLamaSharpError.UnknownTemplate, path, "chatml");
    }

    [LlamaFact]
    public async Task A_context_for_which_there_is_no_memory_is_an_error()
    {
        var refused = await Assert.ThrowsAsync<LLamaSharpException>(() => Models.LoadAsync(models.Plain, options => options.ContextSize = int.MaxValue - 255));
        Assert.Equal(LLamaSharpError.NoMemory, refused.Error);
    }

    [LlamaFact]
    public async Task A_context_that_llama_cpp_does_not_make_is_an_error_with_its_reason_and_leaves_no_model_behind()
    {
        // Blocks of 32 numbers do not fit into heads of 16. Only llama.cpp knows that.
        var path = RandomLlama.Tiny.Write(models.File("heads.gguf"), Models.Vocabulary);
        var refused = await Assert.ThrowsAsync<LLamaSharpException>(
            () => Models.LoadAsync(path, options => (options.Cache, options.FlashAttention) = (CachePrecision.Bits8, true)));
        Assert.Equal(LLamaSharpError.NoMemory, refused.Error);
        Assert.Contains("does not divide", refused.Message, StringComparison.Ordinal);
        if (OperatingSystem.IsLinux())
        {
            Assert.DoesNotContain(path, await File.ReadAllTextAsync("/proc/self/maps"), StringComparison.Ordinal);
        }
    }

    [LlamaFact]
    public async Task The_reason_of_a_refusal_is_found_behind_the_many_lines_of_a_model_with_many_tensors()
    {
        var path = (RandomLlama.Tiny with { Layers = 128 }).Write(models.File("deep.gguf"), Models.Vocabulary);
        var refused = await Assert.ThrowsAsync<LLamaSharpException>(
            () => Models.LoadAsync(path, options => (options.Cache, options.FlashAttention) = (CachePrecision.Bits8, true)));
        Assert.Contains("does not divide", refused.Message, StringComparison.Ordinal);
    }

    [LlamaFact]
    public async Task A_context_that_is_too_small_for_a_task_is_an_error_with_the_numbers()
    {
        await using var host = new EngineHost(await Models.LoadAsync(models.Plain, options => options.ContextSize = 256));
        var refused = await Assert.ThrowsAsync<TokenEngineException>(() => host.RankAsync(new string('q', 400), ["A", "B"]));
        Assert.Equal(TokenEngineError.TooLong, refused.Error);
        Assert.Matches(@"\d+ tokens", refused.Message);
    }

    [LlamaFact]
    public async Task A_GPU_that_is_asked_for_and_not_used_is_an_error_that_says_why()
    {
        foreach (var (backend, layers) in new[] { (LLamaBackend.Cuda, -1), (LLamaBackend.Vulkan, 5), (LLamaBackend.Metal, -1), (LLamaBackend.Auto, 20) })
        {
            var refused = await Assert.ThrowsAsync<LLamaSharpException>(
                () => Models.LoadAsync(models.Plain, options => (options.Backend, options.GpuLayerCount) = (backend, layers)));
            Assert.Equal(LLamaSharpError.NoGpu, refused.Error);
            Assert.Contains("find none", refused.Message, StringComparison.Ordinal);
        }
    }

    [LlamaFact]
    public async Task Other_native_libraries_than_the_first_are_refused()
    {
        (await Models.LoadAsync(models.Plain)).Dispose();
        var refused = await Assert.ThrowsAsync<LLamaSharpException>(() => Models.LoadAsync(models.Plain, options => options.NativeFolder = models.File(".")));
        Assert.Equal(LLamaSharpError.NativesChosen, refused.Error);
    }

    [Fact]
    public void A_folder_without_native_libraries_is_named()
    {
        var refused = Assert.Throws<LLamaSharpException>(() => NativeFolder.FindLibrary(models.File("nowhere")));
        Assert.Equal(LLamaSharpError.NativesMissing, refused.Error);
        var empty = Directory.CreateDirectory(models.File("empty")).FullName;
        Assert.Equal(LLamaSharpError.NativesMissing, Assert.Throws<LLamaSharpException>(() => NativeFolder.FindLibrary(empty)).Error);
        var broken = Directory.CreateDirectory(models.File("broken")).FullName;
        foreach (var name in new[] { "libllama.so", "libllama.dylib", "llama.dll" })
        {
            File.WriteAllText(Path.Combine(broken, name), "no library");
        }

        refused = Assert.Throws<LLamaSharpException>(() => NativeFolder.FindLibrary(broken));
        Assert.Equal(LLamaSharpError.NativesMissing, refused.Error);
        Assert.Contains("cannot be loaded", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_was_found_and_does_not_load_is_named_with_the_reason()
    {
        var broken = models.File("libbroken.so");
        File.WriteAllText(broken, "no library");
        var said = NativeFolder.Obstacle(["Loading library: 'llama'", "Failed Loading 'runtimes/nowhere/libggml.so'", $"Failed Loading '{broken}'"]);
        Assert.Contains(broken, said, StringComparison.Ordinal);
        Assert.Null(NativeFolder.Obstacle(["Failed Loading 'runtimes/nowhere/libggml.so'"]));
    }

    [LlamaFact]
    public void A_library_that_lacks_functions_is_of_another_build()
    {
        var folder = Directory.CreateDirectory(models.File("other-build")).FullName;
        foreach (var name in new[] { "libllama.so", "libllama.dylib", "llama.dll" })
        {
            File.Copy(Directory.EnumerateFiles(Models.Natives, "*ggml-base*").First(), Path.Combine(folder, name), overwrite: true);
        }

        var refused = Assert.Throws<LLamaSharpException>(() => NativeFolder.FindLibrary(folder));
        Assert.Equal(LLamaSharpError.NativesMismatch, refused.Error);
    }

    [Fact]
    public unsafe void The_parameters_that_a_library_writes_are_measured()
    {
        Assert.Equal(OtherSize, NativeFolder.WrittenBytes((nint)(delegate* unmanaged[Cdecl]<byte*, nint>)&WriteOtherSize));
        Assert.NotEqual(OtherSize, Unsafe.SizeOf<LLamaContextParams>());
    }

    [Fact]
    public void Options_out_of_range_are_refused_one_by_one()
    {
        var wrong = new LLamaSharpOptions
        {
            GpuLayerCount = -2,
            Backend = (LLamaBackend)9,
            MainGpu = -1,
            ContextSize = 10,
            BatchSize = 0,
            MaxSequences = 300,
            Threads = 0,
            BatchThreads = 0,
            Cache = CachePrecision.Bits8,
            SpeculationCost = double.NaN,
            Adapters = { new LoraSetting("", float.NaN) },
        };
        Assert.Equal(12, wrong.Problems().Count);
        Assert.Empty(new LLamaSharpOptions { ModelPath = "model.gguf" }.Problems());
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static unsafe nint WriteOtherSize(byte* place)
    {
        new Span<byte>(place, OtherSize).Clear();
        return (nint)place;
    }

    private static async Task Refused(LLamaSharpError error, string path, string part)
    {
        var refused = await Assert.ThrowsAsync<LLamaSharpException>(() => Models.LoadAsync(path));
        Assert.Equal(error, refused.Error);
        Assert.True(refused.Message.Contains(part, StringComparison.Ordinal), refused.Message);
        Assert.Contains(path, refused.Message, StringComparison.Ordinal);
    }
}
