using Itdr.Tests.Constraints;

namespace Itdr.Benchmarks.Ranking;

/// <summary>Greedy generation under llama.cpp's own grammar sampler.</summary>
internal sealed class GrammarSampler : IDisposable
{
    private readonly LlamaVocabulary vocabulary;
    private readonly nint sampler;
    private LlamaVocabulary.TokenData[] candidates = [];

    public GrammarSampler(string natives, string model, string grammar)
    {
        vocabulary = new LlamaVocabulary(natives, model);
        sampler = vocabulary.Sampler(grammar);
    }

    public void Reset() => vocabulary.Reset(sampler);

    /// <summary>
    /// The most likely token that the grammar allows. As llama.cpp's own sampling does, the most likely token of all is
    /// tried first, and the whole vocabulary only where it is not allowed.
    /// </summary>
    public int Pick(ReadOnlySpan<float> logits)
    {
        var best = Highest(logits);
        Span<LlamaVocabulary.TokenData> single = [new LlamaVocabulary.TokenData { Token = best, Logit = logits[best] }];
        vocabulary.Apply(sampler, single);
        if (float.IsNegativeInfinity(single[0].Logit))
        {
            best = PickOfAll(logits);
        }

        vocabulary.Accept(sampler, best);
        return best;
    }

    public void Dispose() => vocabulary.Free(sampler);

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
        candidates = candidates.Length == logits.Length ? candidates : new LlamaVocabulary.TokenData[logits.Length];
        for (var token = 0; token < candidates.Length; token++)
        {
            candidates[token] = new LlamaVocabulary.TokenData { Token = token, Logit = logits[token] };
        }

        vocabulary.Apply(sampler, candidates);
        return candidates.MaxBy(static candidate => candidate.Logit).Token;
    }
}
