using System.Runtime.InteropServices;
using System.Text;

namespace Itdr.Tests.Constraints;

/// <summary>
/// llama.cpp's own grammar sampler, over the vocabulary of a model that has a token for each byte. It is there where
/// the environment names the folder of llama.cpp's shared libraries and where the model is at hand.
/// </summary>
internal sealed unsafe class LlamaGrammar : IDisposable
{
    private const string FolderVariable = "ITDR_LLAMA_NATIVES";
    private const int FirstByteToken = 3;
    private const int EndToken = 2;

    private static readonly string? Model = Find("../shared/models/stories260K/stories260K.gguf");
    private static readonly Lazy<Natives> Loaded = new(() => new Natives(Environment.GetEnvironmentVariable(FolderVariable)!, Model!));

    private readonly nint sampler;

    /// <summary>Reads a grammar.</summary>
    /// <exception cref="FormatException">llama.cpp refuses the grammar.</exception>
    public LlamaGrammar(string grammar)
    {
        sampler = Loaded.Value.InitGrammar(grammar);
        if (sampler == 0)
        {
            throw new FormatException($"llama.cpp refuses the grammar:\n{grammar}");
        }
    }

    /// <summary>Why the sampler cannot be had here, or null if it can.</summary>
    public static string? Missing =>
        Environment.GetEnvironmentVariable(FolderVariable) is not { } folder
            ? $"{FolderVariable} does not name a folder with llama.cpp's libraries, such as bins/linux-x64 of the npm package @node-llama-cpp/linux-x64 3.19.0"
            : !Directory.Exists(folder) ? $"{folder}, which {FolderVariable} names, is no folder"
            : Model is null ? "the model stories260K.gguf is not at hand"
            : null;

    /// <summary>Whether a model can write the text and stop, byte by byte, as the grammar lets it.</summary>
    public bool Matches(string text)
    {
        Loaded.Value.Reset(sampler);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            if (!Loaded.Value.Allows(sampler, FirstByteToken + value))
            {
                return false;
            }

            Loaded.Value.Accept(sampler, FirstByteToken + value);
        }

        return Loaded.Value.Allows(sampler, EndToken);
    }

    /// <inheritdoc/>
    public void Dispose() => Loaded.Value.Free(sampler);

    private static string? Find(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Sdk.sln")))
            {
                var path = Path.GetFullPath(Path.Combine(folder.FullName, relative));
                return File.Exists(path) ? path : null;
            }
        }

        return null;
    }

    /// <summary>The functions of llama.h that are needed, and the vocabulary.</summary>
    private sealed class Natives
    {
        private readonly nint library;
        private readonly nint vocabulary;
        private readonly delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint> initGrammar;
        private readonly delegate* unmanaged[Cdecl]<nint, TokenArray*, void> apply;
        private readonly delegate* unmanaged[Cdecl]<nint, int, void> accept;
        private readonly delegate* unmanaged[Cdecl]<nint, void> reset;
        private readonly delegate* unmanaged[Cdecl]<nint, void> free;

        public Natives(string folder, string model)
        {
            // libllama finds the libraries that it needs beside itself.
            library = NativeLibrary.Load(Directory.EnumerateFiles(folder, "libllama.*so").Order(StringComparer.Ordinal).First());
            ((delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<int, byte*, void*, void>, void*, void>)Export("llama_log_set"))(&Ignore, null);
            var parameters = ((delegate* unmanaged[Cdecl]<ModelParameters>)Export("llama_model_default_params"))();
            parameters.VocabularyOnly = 1;
            var load = (delegate* unmanaged[Cdecl]<byte*, ModelParameters, nint>)Export("llama_model_load_from_file");
            var path = Marshal.StringToCoTaskMemUTF8(model);
            var loaded = load((byte*)path, parameters);
            Marshal.FreeCoTaskMem(path);
            vocabulary = loaded != 0
                ? ((delegate* unmanaged[Cdecl]<nint, nint>)Export("llama_model_get_vocab"))(loaded)
                : throw new InvalidDataException($"llama.cpp does not read {model}.");
            initGrammar = (delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint>)Export("llama_sampler_init_grammar");
            apply = (delegate* unmanaged[Cdecl]<nint, TokenArray*, void>)Export("llama_sampler_apply");
            accept = (delegate* unmanaged[Cdecl]<nint, int, void>)Export("llama_sampler_accept");
            reset = (delegate* unmanaged[Cdecl]<nint, void>)Export("llama_sampler_reset");
            free = (delegate* unmanaged[Cdecl]<nint, void>)Export("llama_sampler_free");
        }

        public nint InitGrammar(string grammar)
        {
            fixed (byte* text = Encoding.UTF8.GetBytes(grammar + "\0"))
            fixed (byte* root = "root\0"u8)
            {
                return initGrammar(vocabulary, text, root);
            }
        }

        /// <summary>Whether the sampler leaves a token its probability.</summary>
        public bool Allows(nint sampler, int token)
        {
            var data = new TokenData { Token = token };
            var array = new TokenArray { Data = &data, Size = 1, Selected = -1 };
            apply(sampler, &array);
            return !float.IsNegativeInfinity(data.Logit);
        }

        public void Accept(nint sampler, int token) => accept(sampler, token);

        public void Reset(nint sampler) => reset(sampler);

        public void Free(nint sampler) => free(sampler);

        [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
        private static void Ignore(int level, byte* text, void* user)
        {
        }

        private nint Export(string name) => NativeLibrary.GetExport(library, name);
    }

    // llama_model_params of the builds b8390 to b10068: eight pointers or pairs of integers, then flags.
    [StructLayout(LayoutKind.Sequential)]
    private struct ModelParameters
    {
        public fixed long Pointers[8];
        public byte VocabularyOnly;
        public fixed byte Flags[7];
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct TokenData
    {
        public int Token;
        public float Logit;
        public float Probability;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct TokenArray
    {
        public TokenData* Data;
        public nuint Size;
        public long Selected;
        public byte IsSorted;
    }
}
