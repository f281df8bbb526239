using System.Text;

namespace Itdr;

/// <summary>
/// Reads a ranking from text that arrives in pieces, and gives each item as soon as its line is closed. It overlooks
/// what a tolerant reading overlooks; what it gave stands first in the ranking that <c>Parse</c> reads from the whole
/// text, unless that reading fails. Text can show only later that lines before it were no answer: the end of a thinking
/// block that the prompt had begun, or a fenced block. Then the items given so far are withdrawn, and
/// <see cref="StartedOver"/> says so.
/// </summary>
/// <typeparam name="T">The type of the candidates.</typeparam>
public sealed class RankingStream<T>
{
    private static readonly string[] Thinking = ["think", "thinking"];

    private readonly IReadOnlyList<T> candidates;
    private readonly Func<RankingLines> begin;
    private readonly StringBuilder line = new();
    private RankingLines lines;
    private string? thinkingUntil;
    private int fences;
    private bool anyLine;
    private bool inFence;
    private bool afterReturn;
    private int position;

    internal RankingStream(IReadOnlyList<T> candidates, CandidateKeys keys, ListLayout layout, int places)
    {
        if (layout.Style == ListStyle.Inline)
        {
            throw new NotSupportedException("Only a ranking with one item a line closes its items one by one; declare the slot with [List(ListStyle.Numbered)] or [List(ListStyle.Bulleted)].");
        }

        this.candidates = candidates;
        begin = () => new RankingLines(keys, layout, new RepairLog(), places);
        lines = begin();
    }

    /// <summary>How many items were given so far and not withdrawn.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the last call withdrew all items that the calls before it gave; those that it gave itself are the first ones of the ranking.</summary>
    public bool StartedOver { get; private set; }

    /// <summary>Takes the next piece of text.</summary>
    /// <param name="text">The piece, of any length.</param>
    /// <returns>The task's own instances whose lines it closed, best first; often none.</returns>
    public IReadOnlyList<T> Push(ReadOnlySpan<char> text)
    {
        StartedOver = false;
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
        StartedOver = false;
        Close();
        return Take();
    }

    private void Close()
    {
        var closed = AfterThinking(line.ToString());
        var start = position + line.Length - closed.Length;
        position += line.Length + 1;
        line.Clear();
        if (!IsFrame(closed) && lines.Problem is null)
        {
            lines.ReadLine(closed, start);
        }
    }

    /// <summary>What of a line stands behind the last end of a thinking block, wherever that block began: all before it was no answer.</summary>
    private string AfterThinking(string closed)
    {
        foreach (var name in Thinking)
        {
            var close = $"</{name}>";
            var at = thinkingUntil is null || thinkingUntil == close ? closed.LastIndexOf(close, StringComparison.OrdinalIgnoreCase) : -1;
            if (at >= 0 && !lines.IsEntry(closed))
            {
                closed = closed[(at + close.Length)..];
                (thinkingUntil, anyLine, fences, inFence) = (null, false, 0, false);
                StartOver();
            }
        }

        return closed;
    }

    /// <summary>Whether a line belongs to what stands around the answer: a thinking block, a fence and what is behind it.</summary>
    private bool IsFrame(string closed)
    {
        var text = closed.AsSpan().Trim();
        foreach (var name in anyLine || thinkingUntil is not null ? [] : Thinking)
        {
            thinkingUntil = text.StartsWith($"<{name}>", StringComparison.OrdinalIgnoreCase) ? $"</{name}>" : thinkingUntil;
        }

        if (thinkingUntil is not null)
        {
            return true;
        }

        anyLine |= !text.IsEmpty;
        if (text.StartsWith("```"))
        {
            fences++;
            return true;
        }

        if (fences == 1 && !inFence && !text.IsEmpty)
        {
            inFence = true;
            StartOver();
        }

        return inFence && fences > 1;
    }

    private void StartOver()
    {
        StartedOver |= Count > 0;
        Count = 0;
        lines = begin();
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
