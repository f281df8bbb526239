using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using LLama.Abstractions;
using LLama.Native;
using Microsoft.Extensions.Logging;

namespace LLama;

public sealed class LLamaWeights : IDisposable
{
    private unsafe LLamaWeights(SafeLlamaModelHandle handle)
    {
        NativeHandle = handle;
        var metadata = new Dictionary<string, string>();
        for (var index = 0; index < LLamaLibrary.llama_model_meta_count(handle.Pointer); index++)
        {
            metadata[Read(index, &LLamaLibrary.llama_model_meta_key_by_index)] = Read(index, &LLamaLibrary.llama_model_meta_val_str_by_index);
        }

        Metadata = metadata;
    }

    public SafeLlamaModelHandle NativeHandle { get; }

    private static unsafe nint ProgressCallback => (nint)(delegate* unmanaged[Cdecl]<float, nint, byte>)&OnProgress;

    public IReadOnlyDictionary<string, string> Metadata { get; set; }

    public SafeLlamaModelHandle.Vocabulary Vocab => NativeHandle.Vocab;

    public static LLamaWeights LoadFromFile(IModelParams @params) => Load(@params, 0, 0);

    public static async Task<LLamaWeights> LoadFromFileAsync(IModelParams @params, CancellationToken token = default, IProgress<float>? progressReporter = null)
    {
        ArgumentNullException.ThrowIfNull(@params);
        return await Task.Run(
            () =>
            {
                var watch = GCHandle.Alloc((token, progressReporter));
                try
                {
                    return Load(@params, ProgressCallback, (nint)watch);
                }
                catch (Exceptions.LoadWeightsFailedException)
                {
                    token.ThrowIfCancellationRequested();
                    throw;
                }
                finally
                {
                    watch.Free();
                }
            },
            token).ConfigureAwait(false);
    }

    public LLamaContext CreateContext(IContextParams @params, ILogger? logger = null) => new(this, @params, logger);

    public LLamaToken[] Tokenize(string text, bool add_bos, bool special, Encoding encoding) => NativeHandle.Tokenize(text, add_bos, special, encoding);

    public void Dispose() => NativeHandle.Dispose();

    private static LLamaWeights Load(IModelParams parameters, nint onProgress, nint user)
    {
        var native = LLamaLibrary.llama_model_default_params();
        native.MainGpu = parameters.MainGpu;
        native.GpuLayers = parameters.GpuLayerCount < 0 ? int.MaxValue : parameters.GpuLayerCount;
        native.UseMemoryMap = parameters.UseMemorymap ? (byte)1 : (byte)0;
        native.UseMemoryLock = parameters.UseMemoryLock ? (byte)1 : (byte)0;
        native.ProgressCallback = onProgress;
        native.ProgressUserData = user;
        return new LLamaWeights(SafeLlamaModelHandle.Load(parameters.ModelPath, native));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static byte OnProgress(float progress, nint user)
    {
        var (token, reporter) = ((CancellationToken, IProgress<float>?))GCHandle.FromIntPtr(user).Target!;
        reporter?.Report(Math.Clamp(progress, 0, 1));
        return token.IsCancellationRequested ? (byte)0 : (byte)1;
    }

    private unsafe string Read(int index, delegate*<nint, int, byte*, nuint, int> read)
    {
        var length = read(NativeHandle.Pointer, index, null, 0);
        var bytes = new byte[Math.Max(length, 0) + 1];
        fixed (byte* buffer = bytes)
        {
            return Encoding.UTF8.GetString(bytes, 0, Math.Max(0, read(NativeHandle.Pointer, index, buffer, (nuint)bytes.Length)));
        }
    }
}
