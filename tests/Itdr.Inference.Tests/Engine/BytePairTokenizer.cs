using System.Text;

namespace Itdr.Inference.Tests.Engine;

/// <summary>
/// A byte-level byte-pair tokenizer, fitted on a text. As the tokenizers of today's models do, it takes a space
/// together with the word after it and a line break together with the signs before it.
/// </summary>
internal sealed class BytePairTokenizer
{
    private readonly List<byte[]> bytes = [];
    private readonly Dictionary<(int, int), int> merges = [];

    public BytePairTokenizer(string text, int mergeCount)
    {
        for (var value = 0; value < 256; value++)
        {
            bytes.Add([(byte)value]);
        }

        var chunks = Chunks(text).Select(Encoding.UTF8.GetBytes).Select(chunk => chunk.Select(value => (int)value).ToList()).ToList();
        for (var merge = 0; merge < mergeCount; merge++)
        {
            var counts = new Dictionary<(int, int), int>();
            foreach (var chunk in chunks)
            {
                for (var index = 1; index < chunk.Count; index++)
                {
                    var pair = (chunk[index - 1], chunk[index]);
                    counts[pair] = counts.GetValueOrDefault(pair) + 1;
                }
            }

            var best = counts.Where(count => count.Value > 1).OrderByDescending(count => count.Value).ThenBy(count => count.Key).FirstOrDefault();
            if (best.Value == 0)
            {
                break;
            }

            merges.Add(best.Key, bytes.Count);
            bytes.Add([.. bytes[best.Key.Item1], .. bytes[best.Key.Item2]]);
            foreach (var chunk in chunks)
            {
                Apply(chunk, best.Key, bytes.Count - 1);
            }
        }
    }

    public int Count => bytes.Count;

    public ReadOnlySpan<byte> Bytes(int token) => bytes[token];

    public void Encode(ReadOnlySpan<char> text, List<int> tokens)
    {
        foreach (var chunk in Chunks(text.ToString()))
        {
            var part = Encoding.UTF8.GetBytes(chunk).Select(value => (int)value).ToList();
            while (true)
            {
                var best = int.MaxValue;
                var pair = (0, 0);
                for (var index = 1; index < part.Count; index++)
                {
                    if (merges.TryGetValue((part[index - 1], part[index]), out var merged) && merged < best)
                    {
                        best = merged;
                        pair = (part[index - 1], part[index]);
                    }
                }

                if (best == int.MaxValue)
                {
                    break;
                }

                Apply(part, pair, best);
            }

            tokens.AddRange(part);
        }
    }

    private static void Apply(List<int> tokens, (int First, int Second) pair, int merged)
    {
        for (var index = 1; index < tokens.Count; index++)
        {
            if (tokens[index - 1] == pair.First && tokens[index] == pair.Second)
            {
                tokens[index - 1] = merged;
                tokens.RemoveAt(index);
            }
        }
    }

    /// <summary>A chunk starts at a space, after a line break, and between letters or digits and other signs where no line break follows.</summary>
    private static IEnumerable<string> Chunks(string text)
    {
        var start = 0;
        for (var index = 1; index < text.Length; index++)
        {
            if (text[index] == ' ' || text[index - 1] == '\n' || (char.IsAsciiDigit(text[index]) != char.IsAsciiDigit(text[index - 1]) && text[index - 1] != ' '))
            {
                yield return text[start..index];
                start = index;
            }
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }
}
