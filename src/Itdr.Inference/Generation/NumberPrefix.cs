using System.Globalization;

namespace Itdr.Inference;

/// <summary>Whether the front of a number's text can still become a number within bounds.</summary>
/// <param name="minimum">The least value, or null for none.</param>
/// <param name="maximum">The greatest value, or null for none.</param>
/// <param name="isWhole">Whether the number has no decimals.</param>
internal sealed class NumberPrefix(double? minimum, double? maximum, bool isWhole)
{
    /// <summary>More digits than this are not written before or after the point.</summary>
    private const int MostDigits = 15;

    private readonly double least = minimum ?? double.NegativeInfinity;
    private readonly double greatest = maximum ?? double.PositiveInfinity;

    /// <summary>Whether some number within the bounds begins with a text.</summary>
    public bool CanBecome(ReadOnlySpan<char> text)
    {
        var isNegative = text.StartsWith('-');
        var digits = isNegative ? text[1..] : text;
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits : digits[..point];
        var decimals = point < 0 ? [] : digits[(point + 1)..];
        if (!IsDigits(whole) || !IsDigits(decimals) || whole.Length > MostDigits || decimals.Length > MostDigits
            || (point >= 0 && (isWhole || whole.IsEmpty)) || (whole.Length > 1 && whole[0] == '0'))
        {
            return false;
        }

        if (whole.IsEmpty)
        {
            return isNegative ? least < 0 : text.IsEmpty;
        }

        var value = double.Parse(digits.TrimEnd('.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return point >= 0
            ? Meets(value, value + Math.Pow(10, -decimals.Length), isNegative)
            : Meets(value, value + (isWhole ? 0 : 1), isNegative) || GrowsInto(value, whole, isNegative);
    }

    /// <summary>Whether a whole text is a number within the bounds.</summary>
    public bool Is(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && value >= least && value <= greatest;

    private static bool IsDigits(ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Whether more digits before the point can bring the number within the bounds.</summary>
    private bool GrowsInto(double value, ReadOnlySpan<char> whole, bool isNegative)
    {
        if (whole[0] == '0')
        {
            return false;
        }

        var scale = 1.0;
        for (var length = whole.Length; length < MostDigits; length++)
        {
            scale *= 10;
            if (Meets(value * scale, (value * scale) + scale - (isWhole ? 1 : 0), isNegative))
            {
                return true;
            }
        }

        return false;
    }

    private bool Meets(double from, double to, bool isNegative) =>
        isNegative ? -from >= least && -to <= greatest : to >= least && from <= greatest;
}
