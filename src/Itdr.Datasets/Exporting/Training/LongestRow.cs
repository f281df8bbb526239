using System.Text;
using Itdr.Datasets.Statistics;

namespace Itdr.Datasets.Exporting;

/// <summary>Finds the longest row, user's turn and label together, in tokens and in bytes.</summary>
internal sealed class LongestRow
{
    /// <summary>Tokens that a chat template puts around a user's turn and an answer; the known ones need fewer.</summary>
    private const int Template = 64;

    /// <summary>No tokenizer of the models here makes twice as many tokens of a row as o200k does: their vocabularies have at least half its size.</summary>
    private const int Margin = 2;

    private const int Step = 256;

    /// <summary>The tokens of the row with the most of them, by <see cref="TokenCount.Tokenizer"/>.</summary>
    public int Tokens { get; private set; }

    /// <summary>The id of that row.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The UTF-8 bytes of the row with the most of them.</summary>
    public int Bytes { get; private set; }

    /// <summary>A length in tokens that no row exceeds: twice what is counted, or a token a byte where that is less, with room for a chat template.</summary>
    public int Cutoff => (Math.Min(Tokens * Margin, Bytes) + Template + Step - 1) / Step * Step;

    /// <summary>Looks at a row.</summary>
    public void See(ExportRow row)
    {
        var bytes = Encoding.UTF8.GetByteCount(row.Turn) + Encoding.UTF8.GetByteCount(row.Label);
        Bytes = Math.Max(Bytes, bytes);

        // A token has at least one byte, so a row with fewer bytes than that has fewer tokens, and need not be counted.
        if (bytes <= Tokens)
        {
            return;
        }

        var tokens = TokenCount.Of(row.Turn) + TokenCount.Of(row.Label);
        if (tokens > Tokens)
        {
            (Tokens, Id) = (tokens, row.Id);
        }
    }
}
