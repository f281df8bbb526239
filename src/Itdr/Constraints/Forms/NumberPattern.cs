using System.Numerics;

namespace Itdr;

/// <summary>The notations of numbers in labels, as patterns.</summary>
internal static class NumberPattern
{
    private static readonly Pattern Digit = Pattern.Of(CodePoints.Between('0', '9'));

    private static readonly Pattern Digits = Pattern.Sequence([Digit, Pattern.Star(Digit)]);

    private static readonly Pattern Decimals = Pattern.Optional(Pattern.Sequence([Pattern.Of("."), Digits]));

    private static readonly Pattern Signs = Pattern.Of(CodePoints.Of(['+', '-']));

    /// <summary>Every notation that a slot may read as a number.</summary>
    public static Pattern Any { get; } = Pattern.Sequence([
        Pattern.Optional(Pattern.Of("-")),
        Digits,
        Decimals,
        Pattern.Optional(Pattern.Sequence([Pattern.Of(CodePoints.Of(['e', 'E'])), Pattern.Optional(Signs), Digits]))]);

    /// <summary>
    /// Numbers with or without decimals whose whole part is within bounds, so that a few just outside of them pass too.
    /// </summary>
    /// <param name="least">The least value, rounded towards zero; null for none.</param>
    /// <param name="greatest">The greatest value, rounded towards zero; null for none.</param>
    /// <param name="hasExponent">Whether very large and very small numbers are written with an exponent.</param>
    public static Pattern Fraction(BigInteger? least, BigInteger? greatest, bool hasExponent)
    {
        // Zero may have a sign, of its own or of a fraction close to it: -0 and -0.5.
        var whole = Pattern.Sequence([WholeNumberPattern.Between(least, greatest), Decimals]);
        var nearZero = Pattern.Sequence([Pattern.Of("-0"), Decimals]);
        var plain = greatest is { Sign: < 0 } ? whole : Pattern.Choice([whole, nearZero]);
        return hasExponent
            ? Pattern.Choice([plain, Pattern.Sequence([Pattern.Optional(Pattern.Of("-")), Digit, Decimals, Pattern.Of("E"), Signs, Digits])])
            : plain;
    }
}
