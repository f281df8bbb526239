using System.Globalization;
using System.Numerics;

namespace Itdr;

/// <summary>Makes the constraint of a slot that holds a number: a closed set where the numbers are few, and a notation otherwise.</summary>
internal static class NumberTexts
{
    private const int MostTexts = 256;

    // Beyond every number of a built-in type, so that a type that reaches it has no bounds of its own.
    private static readonly BigInteger Far = BigInteger.Pow(10, 1000);

    /// <summary>A number within the bounds of its slot.</summary>
    public static NumberConstraint Of<T>(NumberSlot<T> slot, bool hasFraction)
        where T : struct, INumber<T>
    {
        if (slot is { Minimum: { } least, Maximum: { } greatest } && least > greatest)
        {
            throw new AnswerRefusedException(slot.Name, string.Create(CultureInfo.InvariantCulture, $"has no value, because its bounds are {least} and {greatest}"));
        }

        if (slot.Format is { } format)
        {
            return Points(slot, format) is { } points
                ? OneOf(slot, [.. points.SelectMany(static point => Spellings(point)).Select(point => (point.ToString(format, CultureInfo.InvariantCulture), point))], !hasFraction)
                : Within(slot, NumberPattern.Any, isExact: false, !hasFraction);
        }

        var (minimum, maximum) = (Whole(slot.Minimum), Whole(slot.Maximum));
        return hasFraction
            ? Within(slot, NumberPattern.Fraction(minimum, maximum, typeof(T) != typeof(decimal)), isExact: false, isWhole: false)
            : WholeWithin(slot, minimum ?? Limit<T>(-Far), maximum ?? Limit<T>(Far));
    }

    /// <summary>A point of a task's scale.</summary>
    public static NumberConstraint Of<T>(ScaleSlot<T> slot, RatingScale scale)
        where T : struct, INumber<T>
    {
        if (scale.Step <= 0 || scale.Minimum > scale.Maximum)
        {
            throw new AnswerRefusedException(slot.Name, $"has no value, because {slot.Source} has no points");
        }

        if ((scale.Maximum - scale.Minimum) / scale.Step >= MostTexts)
        {
            return new NumberConstraint(slot, NumberPattern.Any, isExact: false) { Minimum = Json(scale.Minimum), Maximum = Json(scale.Maximum) };
        }

        var texts = new List<(string Text, decimal Value)>();
        for (var rating = scale.Minimum; rating <= scale.Maximum; rating += scale.Step)
        {
            if (decimal.CreateSaturating(T.CreateSaturating(rating)) == rating)
            {
                texts.Add((scale.Text(rating), rating));
            }
        }

        return OneOf(slot, texts, isWhole: false);
    }

    /// <summary>The values that a format with a fixed number of decimals writes between the slot's bounds, if they are few.</summary>
    private static IEnumerable<T>? Points<T>(NumberSlot<T> slot, string format)
        where T : struct, INumber<T>
    {
        var decimals = format.Length - 2;
        var isFixed = format == "0" || (decimals > 0 && format.StartsWith("0.", StringComparison.Ordinal) && format.AsSpan(2).IndexOfAnyExcept('0') < 0);
        if (!isFixed || slot is not { Minimum: { } minimum, Maximum: { } maximum })
        {
            return null;
        }

        var step = 1m;
        for (var place = 0; place < decimals; place++)
        {
            step /= 10;
        }

        var (least, greatest) = (decimal.CreateSaturating(minimum), decimal.CreateSaturating(maximum));
        var isFew = Math.Abs(least) < decimal.MaxValue / 2 && Math.Abs(greatest) < decimal.MaxValue / 2 && (greatest - least) / step < MostTexts;
        return isFew ? Multiples(step) : null;

        IEnumerable<T> Multiples(decimal step)
        {
            for (var point = Math.Ceiling(least / step) * step; point <= greatest; point += step)
            {
                yield return T.CreateSaturating(point);
            }
        }
    }

    /// <summary>A number, and zero with its sign beside it, which some types write differently.</summary>
    private static T[] Spellings<T>(T point)
        where T : struct, INumber<T> => T.IsZero(point) ? [T.Zero, -T.Zero] : [point];

    private static NumberConstraint OneOf<T>(AnswerSlot slot, IReadOnlyList<(string Text, T Value)> points, bool isWhole)
        where T : struct, INumber<T>
    {
        var readable = points.Where(static point => ReadsBack(point.Text, point.Value)).DistinctBy(static point => point.Text).ToArray();
        if (readable.Length == 0)
        {
            throw new AnswerRefusedException(slot.Name, "has no value whose text reads back as the same number");
        }

        string[] texts = [.. readable.Select(static point => point.Text)];
        string[] values = [.. readable.Where(static point => !T.IsZero(point.Value) || T.IsPositive(point.Value)).Select(static point => Json(point.Value)).Distinct()];
        return new NumberConstraint(slot, Pattern.Choice(texts.Select(Pattern.Of)), isExact: true)
        {
            IsWhole = isWhole,
            Minimum = values[0],
            Maximum = values[^1],
            Texts = texts,
            Values = values,
        };
    }

    private static NumberConstraint Within<T>(NumberSlot<T> slot, Pattern pattern, bool isExact, bool isWhole, IReadOnlyList<string>? texts = null)
        where T : struct, INumber<T> =>
        new(slot, pattern, isExact)
        {
            Texts = texts ?? [],
            IsWhole = isWhole,
            Minimum = slot.Minimum is { } least ? Json(least) : null,
            Maximum = slot.Maximum is { } greatest ? Json(greatest) : null,
        };

    private static NumberConstraint WholeWithin<T>(NumberSlot<T> slot, BigInteger? least, BigInteger? greatest)
        where T : struct, INumber<T>
    {
        string[] texts = least is { } first && greatest - first < MostTexts
            ? [.. Enumerable.Range(0, (int)(greatest - first)! + 1).Select(step => (first + step).ToString(CultureInfo.InvariantCulture))]
            : [];
        return Within(slot, WholeNumberPattern.Between(least, greatest), isExact: true, isWhole: true, texts);
    }

    private static bool ReadsBack<T>(string text, T value)
        where T : struct, INumber<T> =>
        NumberText.Length(text, fraction: true) == text.Length
        && T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var read)
        && read == value;

    private static BigInteger? Whole<T>(T? bound)
        where T : struct, INumber<T> => bound is { } value && T.IsFinite(value) ? BigInteger.CreateTruncating(value) : null;

    /// <summary>The end of the range of a type of whole numbers, or null if it has none.</summary>
    private static BigInteger? Limit<T>(BigInteger far)
        where T : struct, INumber<T>
    {
        var limit = T.CreateSaturating(far);
        return T.IsFinite(limit) && BigInteger.CreateTruncating(limit) is var whole && whole != far ? whole : null;
    }

    private static string Json<T>(T number)
        where T : struct, INumber<T> => number.ToString(null, CultureInfo.InvariantCulture);
}
