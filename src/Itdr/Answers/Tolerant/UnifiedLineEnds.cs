using System.Collections.Immutable;

namespace Itdr;

/// <summary>A text whose line ends are read as line feeds, and where its places are in the text as it came.</summary>
/// <param name="source">The text as it came.</param>
/// <param name="from">Where line ends start to be made line feeds.</param>
internal readonly ref struct UnifiedLineEnds(ReadOnlySpan<char> source, int from)
{
    private readonly ReadOnlySpan<char> source = source;

    /// <summary>The text with every line end from the start on a line feed.</summary>
    public string Text() => string.Concat(source[..from], source[from..].ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));

    /// <summary>The place in the text as it came; its end for what lies behind it.</summary>
    public int InSource(int position)
    {
        if (source.IsEmpty)
        {
            return position;
        }

        var (at, left) = (from, position - from);
        while (left > 0)
        {
            var next = source[at..].IndexOf('\r');
            if (next < 0 || next >= left)
            {
                break;
            }

            at += next + (source[(at + next)..].StartsWith("\r\n") ? 2 : 1);
            left -= next + 1;
        }

        return Math.Min(at + left, source.Length);
    }

    /// <summary>Repairs at their places in the text as it came.</summary>
    public ImmutableArray<Repair> InSource(ImmutableArray<Repair> repairs)
    {
        var placed = ImmutableArray.CreateBuilder<Repair>(repairs.Length);
        foreach (var repair in repairs)
        {
            placed.Add(repair with { Position = InSource(repair.Position) });
        }

        return placed.MoveToImmutable();
    }
}
