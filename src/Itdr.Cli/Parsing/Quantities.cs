using System.Globalization;

namespace Itdr.Cli.Parsing;

/// <summary>Reads numbers as people write them on a command line.</summary>
internal static class Quantities
{
    private static readonly (string Unit, long Bytes)[] Units =
    [
        ("KiB", 1L << 10), ("MiB", 1L << 20), ("GiB", 1L << 30), ("TiB", 1L << 40),
        ("KB", 1_000), ("MB", 1_000_000), ("GB", 1_000_000_000), ("TB", 1_000_000_000_000), ("B", 1),
    ];

    /// <summary>Reads a size: <c>2GB</c>, <c>512 MiB</c>, <c>1.5GB</c>.</summary>
    /// <exception cref="UsageException">It is no size.</exception>
    public static long Size(string text)
    {
        foreach (var (unit, bytes) in Units)
        {
            if (!text.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var size = Decimal(text[..^unit.Length].TrimEnd()) * bytes;
            return size is > 0 and <= long.MaxValue ? (long)size.Value : throw NoSize(text);
        }

        throw NoSize(text);
    }

    /// <summary>Reads a part of a whole: <c>0.1%</c>, or <c>0.001</c>.</summary>
    /// <returns>The part, from 0 to 1.</returns>
    /// <exception cref="UsageException">It is no such part.</exception>
    public static decimal Fraction(string text)
    {
        var part = text.EndsWith('%') ? Decimal(text[..^1].TrimEnd()) / 100 : Decimal(text);
        return part is >= 0 and <= 1 ? part.Value : throw new UsageException($"{text} is no part of the rows; write 0.1% or 0.001");
    }

    /// <summary>Reads a whole number.</summary>
    /// <exception cref="UsageException">It is no whole number, or below <paramref name="least"/>.</exception>
    public static long Whole(string text, long least) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least
            ? value
            : throw new UsageException(least == long.MinValue ? $"{text} is not a whole number" : $"{text} is not a whole number from {least} up");

    /// <summary>Reads a whole number that fits an <see cref="int"/>.</summary>
    /// <exception cref="UsageException">It is no such number, or below <paramref name="least"/>.</exception>
    public static int Count(string text, int least) =>
        Whole(text, least) is <= int.MaxValue and var value ? (int)value : throw new UsageException($"{text} is too large; the most is {int.MaxValue}");

    /// <summary>Reads a whole number between two bounds.</summary>
    /// <exception cref="UsageException">It is no such number.</exception>
    public static int Between(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new UsageException($"{text} is not a whole number from {least} to {most}");

    private static decimal? Decimal(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static UsageException NoSize(string text) => new($"{text} is no size; write a number with a unit, such as 2GB or 512MiB");
}
