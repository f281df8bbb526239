using System.Globalization;
using System.Numerics;

namespace Itdr;

/// <summary>Whole numbers within bounds, in plain decimal notation without leading zeros, as a pattern.</summary>
internal static class WholeNumberPattern
{
    private static readonly Pattern Digit = Pattern.Of(CodePoints.Between('0', '9'));

    /// <summary>The texts of all whole numbers from one to another, both included; null for no bound.</summary>
    public static Pattern Between(BigInteger? least, BigInteger? greatest)
    {
        var signs = new List<Pattern>();
        if (least is not { Sign: >= 0 })
        {
            var nearest = greatest is { Sign: < 0 } below ? -below : BigInteger.One;
            signs.Add(Pattern.Sequence([Pattern.Of("-"), FromZero(nearest, least is { } bound ? -bound : null)]));
        }

        if (greatest is not { Sign: < 0 })
        {
            signs.Add(FromZero(least is { Sign: > 0 } above ? above : BigInteger.Zero, greatest));
        }

        return Pattern.Choice(signs);
    }

    private static Pattern FromZero(BigInteger least, BigInteger? greatest)
    {
        var alternatives = new List<Pattern>();
        var digits = Text(least).Length;
        if (greatest is not { } most)
        {
            alternatives.Add(OfLength(Text(least), new string('9', digits)));
            alternatives.Add(Pattern.Sequence([Leading, Repeated(digits), Pattern.Star(Digit)]));
            return Pattern.Choice(alternatives);
        }

        var last = Text(most).Length;
        if (digits == last)
        {
            return OfLength(Text(least), Text(most));
        }

        alternatives.Add(OfLength(Text(least), new string('9', digits)));
        if (last - digits > 1)
        {
            alternatives.Add(Pattern.Sequence([Leading, Pattern.Repeat(Digit, digits, last - 2)]));
        }

        alternatives.Add(OfLength("1" + new string('0', last - 1), Text(most)));
        return Pattern.Choice(alternatives);
    }

    private static Pattern Leading => Pattern.Of(CodePoints.Between('1', '9'));

    /// <summary>All texts of digits from one to another of the same length.</summary>
    private static Pattern OfLength(string least, string greatest)
    {
        if (least.Length == 0)
        {
            return Pattern.Empty;
        }

        var rest = least.Length - 1;
        if (least[0] == greatest[0])
        {
            return Pattern.Sequence([Pattern.Of(least[..1]), OfLength(least[1..], greatest[1..])]);
        }

        var alternatives = new List<Pattern>();
        var (low, high) = (least[0], greatest[0]);
        if (least.AsSpan(1).ContainsAnyExcept('0'))
        {
            alternatives.Add(Pattern.Sequence([Pattern.Of(least[..1]), OfLength(least[1..], new string('9', rest))]));
            low++;
        }

        var isCut = greatest.AsSpan(1).ContainsAnyExcept('9');
        high = isCut ? (char)(high - 1) : high;
        if (low <= high)
        {
            alternatives.Add(Pattern.Sequence([Pattern.Of(CodePoints.Between(low, high)), Repeated(rest)]));
        }

        if (isCut)
        {
            alternatives.Add(Pattern.Sequence([Pattern.Of(greatest[..1]), OfLength(new string('0', rest), greatest[1..])]));
        }

        return Pattern.Choice(alternatives);
    }

    private static Pattern Repeated(int times) => Pattern.Repeat(Digit, times, times);

    private static string Text(BigInteger number) => number.ToString(CultureInfo.InvariantCulture);
}
