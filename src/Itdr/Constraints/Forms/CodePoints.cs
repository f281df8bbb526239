using System.Collections.Immutable;

namespace Itdr;

/// <summary>A set of Unicode code points, as ranges in ascending order that neither overlap nor touch.</summary>
internal sealed class CodePoints
{
    /// <summary>The last code point of Unicode.</summary>
    public const int Last = 0x10FFFF;

    private CodePoints(ImmutableArray<(int Low, int High)> ranges) => Ranges = ranges;

    /// <summary>Every code point.</summary>
    public static CodePoints All { get; } = new([(0, Last)]);

    /// <summary>What <see cref="char.IsWhiteSpace(char)"/> holds for.</summary>
    public static CodePoints WhiteSpace { get; } =
        Of(Enumerable.Range(0, char.MaxValue + 1).Where(code => char.IsWhiteSpace((char)code)));

    /// <summary>The ranges, both ends included.</summary>
    public ImmutableArray<(int Low, int High)> Ranges { get; }

    /// <summary>Whether the set is more easily told by what is not in it.</summary>
    public bool IsOpen => !Ranges.IsEmpty && Ranges[^1].High == Last;

    /// <summary>The only code point of the set, or null if it has others.</summary>
    public int? Single => Ranges is [var (low, high)] && low == high ? low : null;

    /// <summary>A set of single code points.</summary>
    public static CodePoints Of(IEnumerable<int> codePoints) => Join(codePoints.Select(code => (code, code)));

    /// <summary>All code points from one to another.</summary>
    public static CodePoints Between(int low, int high) => new([(low, high)]);

    /// <summary>What is in either set.</summary>
    public CodePoints Union(CodePoints other) => Join(Ranges.Concat(other.Ranges));

    /// <summary>What is in this set but not in the other.</summary>
    public CodePoints Except(CodePoints other) => Complement().Union(other).Complement();

    /// <summary>What is in both sets.</summary>
    public CodePoints Intersect(CodePoints other) => Except(other.Complement());

    /// <summary>What is not in the set.</summary>
    public CodePoints Complement()
    {
        var gaps = ImmutableArray.CreateBuilder<(int, int)>();
        var next = 0;
        foreach (var (low, high) in Ranges)
        {
            if (low > next)
            {
                gaps.Add((next, low - 1));
            }

            next = high + 1;
        }

        if (next <= Last)
        {
            gaps.Add((next, Last));
        }

        return new CodePoints(gaps.ToImmutable());
    }

    /// <summary>Whether both sets hold the same code points.</summary>
    public bool SetEquals(CodePoints other) => Ranges.AsSpan().SequenceEqual(other.Ranges.AsSpan());

    private static CodePoints Join(IEnumerable<(int Low, int High)> ranges)
    {
        var joined = ImmutableArray.CreateBuilder<(int Low, int High)>();
        foreach (var (low, high) in ranges.OrderBy(range => range.Low))
        {
            if (joined.Count > 0 && low <= joined[^1].High + 1)
            {
                joined[^1] = (joined[^1].Low, Math.Max(joined[^1].High, high));
            }
            else
            {
                joined.Add((low, high));
            }
        }

        return new CodePoints(joined.ToImmutable());
    }
}
