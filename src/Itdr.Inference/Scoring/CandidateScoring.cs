using System.Collections.Immutable;
using System.Text;

namespace Itdr.Inference;

/// <summary>Scores candidates in the first place of a list.</summary>
internal static class CandidateScoring
{
    /// <summary>The log-likelihoods, scores and order of candidates after what the trunk holds.</summary>
    public static async ValueTask<(ImmutableArray<double> LogLikelihoods, ImmutableArray<double> Scores, ImmutableArray<int> Order)> ScoreAsync(
        Lane lane, IReadOnlyList<string> texts, EntryText entries, ScoreNormalization normalization)
    {
        if (texts.Count == 0)
        {
            return ([], [], []);
        }

        var tokens = new TextTokens(lane.Engine);
        var header = tokens.Exact(entries.Header(0));
        var paths = CandidateTrie.Paths(tokens, texts, entries.Lead(0), entries.Terminator);
        var trie = CandidateTrie.Build(texts, paths, []);
        LaneDecoding.RequireRoom(lane, header.Length + trie.Longest);
        lane.Trunk.Append(header);
        var sums = await new TrieScoring(lane, trie).ScoreAsync(texts.Count).ConfigureAwait(false);
        var scores = new double[sums.Length];
        for (var index = 0; index < sums.Length; index++)
        {
            scores[index] = sums[index] / Divisor(texts[index], paths[index].Length, normalization);
        }

        // A stable sort: of equal scores the first candidate comes first.
        return ([.. sums], [.. scores], [.. Enumerable.Range(0, scores.Length).OrderByDescending(index => scores[index])]);
    }

    private static int Divisor(string text, int tokens, ScoreNormalization normalization) => normalization switch
    {
        ScoreNormalization.Sum => 1,
        ScoreNormalization.Tokens => tokens,
        ScoreNormalization.Bytes => Math.Max(1, Encoding.UTF8.GetByteCount(text)),
        ScoreNormalization.Characters => Math.Max(1, text.EnumerateRunes().Count()),
        _ => throw new ArgumentOutOfRangeException(nameof(normalization), normalization, "There is no such normalization."),
    };
}
