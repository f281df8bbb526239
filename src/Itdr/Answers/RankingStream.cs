using System.Text;

namespace Itdr;

/// <summary>
/// Reads a ranking from text that arrives in pieces, and gives each item as soon as its line is closed. It overlooks
/// what a tolerant reading overlooks; what it gave stands first in the ranking that <c>Parse</c> reads from the whole
/// text, unless that reading fails.
/// </summary>
/// <typeparam name="T">The type of the candidates.</typeparam>
public sealed class RankingStream<T>
{
    private static readonly string[] Thinking = ["think", "thinking"];

    private readonly IReadOnlyList<T> candidates;
    private readonly RankingLines lines;
    private readonly StringBuilder line = new();
    private string? thinkingUntil;
    private bool anyLine;
    private bool afterReturn;
    private int position;

    internal RankingStream(IReadOnlyList<T> candidates, CandidateKeys keys, ListLayout layout, int places)
    {
        if (layout.Style == ListStyle.Inline)
        {
            throw new NotSupportedException("Only a ranking with one item a line closes its items one by one; declare the slot with [List(ListStyle.Numbered)] or [List(ListStyle.Bulleted)].");
        }

        this.candidates = candidates;
        lines = new RankingLines(keys, layout, new RepairLog(), places);
    }

    /// <summary>How many items were given so far.</summary>
    public int Count { get; private set; }

    /// <summary>Takes the next piece of text.</summary>
    /// <param name="text">The piece, of any length.</param>
    /// <returns>The task's own instances whose lines it closed, best first; often none.</returns>
    public IReadOnlyList<T> Push(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            // A line feed behind a carriage return ends no second line.
            if (afterReturn && text[0] == '\n')
            {
                text = text[1..];
                position++;
            }

            afterReturn = false;
            var end = text.IndexOfAny('\r', '\n');
            line.Append(end < 0 ? text : text[..end]);
            if (end < 0)
            {
                break;
            }

            afterReturn = text[end] == '\r';
            text = text[(end + 1)..];
            Close();
        }

        return Take();
    }

    /// <summary>Says that no more text comes, which closes the last line.</summary>
    /// <returns>The task's own instances that it closed.</returns>
    public IReadOnlyList<T> Complete()
    {
        Close();
        return Take();
    }

    private void Close()
    {
        var closed = line.ToString();
        line.Clear();
        var start = position;
        position += closed.Length + 1;
        if (lines.Problem is null && !IsFrame(closed))
        {
            lines.ReadLine(closed, start);
            anyLine |= closed.Length > 0;
        }
    }

    /// <summary>Whether a line belongs to what stands around the answer: a thinking block, a fence.</summary>
    private bool IsFrame(string closed)
    {
        var text = closed.AsSpan().Trim();
        if (thinkingUntil is not null)
        {
            thinkingUntil = text.Contains(thinkingUntil, StringComparison.OrdinalIgnoreCase) ? null : thinkingUntil;
            return true;
        }

        foreach (var name in anyLine ? [] : Thinking)
        {
            if (text.StartsWith($"<{name}>", StringComparison.OrdinalIgnoreCase))
            {
                var close = $"</{name}>";
                thinkingUntil = text.Contains(close, StringComparison.OrdinalIgnoreCase) ? null : close;
                return true;
            }
        }

        return text.StartsWith("```");
    }

    private T[] Take()
    {
        var ranked = lines.Ranked;
        var items = new T[ranked.Length - Count];
        for (var index = 0; index < items.Length; index++)
        {
            items[index] = candidates[ranked[Count + index]];
        }

        Count = ranked.Length;
        return items;
    }
}
