using System.Runtime.InteropServices;
using System.Text;

namespace Itdr.Benchmarks.Ranking;

/// <summary>
/// llama.cpp's own grammar sampler, over a model's vocabulary. It uses llama.h directly, since a bad grammar would end
/// the process through LLamaSharp.
/// </summary>
internal sealed unsafe class GrammarSampler : IDisposable
{
    private readonly nint library;
    private readonly nint sampler;
    private readonly delegate* unmanaged[Cdecl]<nint, TokenArray*, void> apply;
    private readonly delegate* unmanaged[Cdecl]<nint, int, void> accept;
    private TokenData[] candidates = [];

    public GrammarSampler(string natives, string model, string grammar)
    {
        library = NativeLibrary.Load(Directory.EnumerateFiles(natives, "libllama.*so").Order(StringComparer.Ordinal).First());
        ((delegate* unmanaged[Cdecl]<delegate* unmanaged[Cdecl]<int, byte*, nint, void>, nint, void>)Export("llama_log_set"))(&Ignore, 0);
        var parameters = ((delegate* unmanaged[Cdecl]<ModelParameters>)Export("llama_model_default_params"))();
        parameters.VocabularyOnly = 1;
        var path = Marshal.StringToCoTaskMemUTF8(model);
        var loaded = ((delegate* unmanaged[Cdecl]<nint, ModelParameters, nint>)Export("llama_model_load_from_file"))(path, parameters);
        Marshal.FreeCoTaskMem(path);
        var vocabulary = ((delegate* unmanaged[Cdecl]<nint, nint>)Export("llama_model_get_vocab"))(loaded);
        apply = (delegate* unmanaged[Cdecl]<nint, TokenArray*, void>)Export("llama_sampler_apply");
        accept = (delegate* unmanaged[Cdecl]<nint, int, void>)Export("llama_sampler_accept");
        fixed (byte* text = Encoding.UTF8.GetBytes(grammar + "\0"), root = "root\0"u8)
        {
            sampler = ((delegate* unmanaged[Cdecl]<nint, byte*, byte*, nint>)Export("llama_sampler_init_grammar"))(vocabulary, text, root);
        }

        if (sampler == 0)
        {
            throw new FormatException($"llama.cpp refuses the grammar:\n{grammar}");
        }
    }

    public void Reset() => ((delegate* unmanaged[Cdecl]<nint, void>)Export("llama_sampler_reset"))(sampler);

    /// <summary>
    /// The most likely token that the grammar allows. As llama.cpp's own sampling does, the most likely token of all is
    /// tried first, and the whole vocabulary only where it is not allowed.
    /// </summary>
    public int Pick(ReadOnlySpan<float> logits)
    {
        var best = Highest(logits);
        var single = new TokenData { Token = best, Logit = logits[best] };
        Apply(&single, 1);
        if (float.IsNegativeInfinity(single.Logit))
        {
            best = PickOfAll(logits);
        }

        accept(sampler, best);
        return best;
    }

    public void Dispose() => ((delegate* unmanaged[Cdecl]<nint, void>)Export("llama_sampler_free"))(sampler);

    /// <summary>The most likely token.</summary>
    public static int Highest(ReadOnlySpan<float> logits)
    {
        var best = 0;
        for (var token = 1; token < logits.Length; token++)
        {
            best = logits[token] > logits[best] ? token : best;
        }

        return best;
    }

    private int PickOfAll(ReadOnlySpan<float> logits)
    {
        candidates = candidates.Length == logits.Length ? candidates : new TokenData[logits.Length];
        for (var token = 0; token < candidates.Length; token++)
        {
            candidates[token] = new TokenData { Token = token, Logit = logits[token] };
        }

        fixed (TokenData* data = candidates)
        {
            Apply(data, candidates.Length);
        }

        return candidates.MaxBy(static candidate => candidate.Logit).Token;
    }

    private void Apply(TokenData* data, int count)
    {
        var array = new TokenArray { Data = data, Size = (nuint)count, Selected = -1 };
        apply(sampler, &array);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    private static void Ignore(int level, byte* text, nint user)
    {
    }

    private nint Export(string name) => NativeLibrary.GetExport(library, name);

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
