using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Itdr.Tests.Constraints;

/// <summary>
/// The vocabulary of a model, and llama.cpp's own grammar samplers over it. It uses llama.h directly, since a bad grammar
/// would end the process through LLamaSharp.
/// </summary>
internal sealed unsafe class LlamaVocabulary
{
    private readonly nint library;
    private readonly nint vocabulary;
    private readonly delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint> initGrammar;
    private readonly delegate* unmanaged[Cdecl]<nint, TokenArray*, void> apply;
    private readonly delegate* unmanaged[Cdecl]<nint, int, void> accept;
    private readonly delegate* unmanaged[Cdecl]<nint, void> reset;
    private readonly delegate* unmanaged[Cdecl]<nint, void> free;

    /// <summary>Reads the vocabulary.</summary>
    /// <param name="natives">The folder with llama.cpp's libraries, which find each other there.</param>
    /// <param name="model">The model's GGUF file.</param>
    /// <exception cref="InvalidDataException">llama.cpp does not read the model.</exception>
    public LlamaVocabulary(string natives, string model)
    {
        library = NativeLibrary.Load(Directory.EnumerateFiles(natives, "libllama.*so").Order(StringComparer.Ordinal).First());
        ((delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<int, byte*, nint, void>, nint, void>)Export("llama_log_set"))(&Ignore, 0);
        var parameters = ((delegate* unmanaged[Cdecl]<ModelParameters>)Export("llama_model_default_params"))();
        parameters.VocabularyOnly = 1;
        var path = Marshal.StringToCoTaskMemUTF8(model);
        var loaded = ((delegate* unmanaged[Cdecl]<nint, ModelParameters, nint>)Export("llama_model_load_from_file"))(path, parameters);
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

    /// <summary>A sampler that lets through what a grammar allows.</summary>
    /// <exception cref="FormatException">llama.cpp refuses the grammar.</exception>
    public nint Sampler(string grammar)
    {
        fixed (byte* text = Encoding.UTF8.GetBytes(grammar + "\0"), root = "root\0"u8)
        {
            var sampler = initGrammar(vocabulary, text, root);
            return sampler != 0 ? sampler : throw new FormatException($"llama.cpp refuses the grammar:\n{grammar}");
        }
    }

    /// <summary>Takes their probability from the tokens that a sampler does not let through.</summary>
    public void Apply(nint sampler, Span<TokenData> candidates)
    {
        fixed (TokenData* data = candidates)
        {
            var array = new TokenArray { Data = data, Size = (nuint)candidates.Length, Selected = -1 };
            apply(sampler, &array);
        }
    }

    /// <summary>Goes on behind a token.</summary>
    public void Accept(nint sampler, int token) => accept(sampler, token);

    /// <summary>Starts again.</summary>
    public void Reset(nint sampler) => reset(sampler);

    /// <summary>Gives a sampler back.</summary>
    public void Free(nint sampler) => free(sampler);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Ignore(int level, byte* text, nint user)
    {
    }

    private nint Export(string name) => NativeLibrary.GetExport(library, name);

    /// <summary>A token of llama.h with its logit.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct TokenData
    {
        public int Token;
        public float Logit;
        public float Probability;
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
    private struct TokenArray
    {
        public TokenData* Data;
        public nuint Size;
        public long Selected;
        public byte IsSorted;
    }
}
