using System.Runtime.InteropServices;
using System.Text.Json;

namespace Itdr.Evaluation;

/// <summary>
/// The prompts of the training tasks with their answers, searched by BM25 (k1 = 1.2, b = 0.75; words are runs of
/// letters and digits in lower case). Words that stand in more than half of the prompts tell nothing and are passed over.
/// </summary>
internal sealed class TextIndex
{
    private const double Saturation = 1.2;
    private const double LengthWeight = 0.75;

    private readonly Dictionary<string, List<(int Document, int Count)>> postings = new(StringComparer.Ordinal);
    private readonly List<int> lengths = [];
    private readonly List<JsonElement> answers = [];
    private long words;

    public void Add(string prompt, JsonElement answer)
    {
        var document = answers.Count;
        var length = 0;
        foreach (var (word, count) in WordsOf(prompt))
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(postings, word, out _);
            (list ??= []).Add((document, count));
            length += count;
        }

        answers.Add(answer.Clone());
        lengths.Add(length);
        words += length;
    }

    /// <summary>How near each training prompt is to a prompt.</summary>
    public double[] Scores(string prompt)
    {
        var scores = new double[answers.Count];
        var meanLength = Math.Max(1, (double)words / Math.Max(1, answers.Count));
        foreach (var (word, _) in WordsOf(prompt))
        {
            if (!postings.TryGetValue(word, out var list) || list.Count * 2 > answers.Count)
            {
                continue;
            }

            var weight = Math.Log(1 + ((answers.Count - list.Count + 0.5) / (list.Count + 0.5)));
            foreach (var (document, count) in list)
            {
                var damping = Saturation * (1 - LengthWeight + (LengthWeight * lengths[document] / meanLength));
                scores[document] += weight * count * (Saturation + 1) / (count + damping);
            }
        }

        return scores;
    }

    /// <summary>The slot's value, as JSON, in the answer to the nearest prompt whose answer has it; the first of equally near ones. Null if none has it.</summary>
    public string? Nearest(double[] scores, AnswerSlot slot)
    {
        var best = -1;
        for (var document = 0; document < scores.Length; document++)
        {
            if ((best < 0 || scores[document] > scores[best]) && Value(document, slot).ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
            {
                best = document;
            }
        }

        return best < 0 ? null : Value(best, slot).GetRawText();
    }

    private JsonElement Value(int document, AnswerSlot slot) => answers[document].TryGetProperty(slot.JsonName, out var value) ? value : default;

    private static Dictionary<string, int> WordsOf(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var bySpan = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        var lower = text.ToLowerInvariant().AsSpan();
        for (var start = 0; start < lower.Length;)
        {
            var end = start;
            while (end < lower.Length && char.IsLetterOrDigit(lower[end]))
            {
                end++;
            }

            if (end > start)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(bySpan, lower[start..end], out _)++;
            }

            start = end + 1;
        }

        return counts;
    }
}
