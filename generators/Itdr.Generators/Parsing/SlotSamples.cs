using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>Texts that one slot can hold, for examples in messages.</summary>
/// <param name="Name">The slot.</param>
/// <param name="IsFree">Whether the slot can hold any text, one of candidates' among them.</param>
/// <param name="Start">What stands before a text: the mark of a list's first entry.</param>
/// <param name="Texts">Some of its texts, the shortest first; none if it is free.</param>
/// <param name="Condition">When the slot holds two texts: the end of a message; both texts stand in it as {0} and {1}.</param>
internal sealed record SlotSamples(string Name, bool IsFree, string Start, IReadOnlyList<string> Texts, string Condition)
{
    private static readonly decimal[] Numbers = [0, 1, 2, 3, 5, 10, 12, 13, 20, 23, 25, 35, 50, 100, 123, 250];

    private static readonly int[] Days = [1, 2, 5, 10, 11, 12, 20, 21, 22];

    private static readonly int[] Months = [1, 2, 5, 11, 12];

    private static readonly int[] Hours = [1, 2, 11, 12, 22];

    /// <summary>Some texts of a slot.</summary>
    public static SlotSamples Of(Member member, HolePart hole, ParseScope scope)
    {
        if (member.Attributes.Find("ChosenFromAttribute") is not null)
        {
            return Free(member, "", ", where both '{0}' and '{1}' are candidates");
        }

        if (member.Attributes.Find("RankedFromAttribute") is { } ranked)
        {
            // A ranking of all candidates has the same length whatever their order, so only one of some has two lengths.
            return ranked.Named("Top") is 1 ? Free(member, Mark(member), ", where both '{0}' and '{1}' end with a candidate") : Of(member, "", []);
        }

        if (ValueTypes.ListKindOf(member.Type, out var element) != ListKind.None)
        {
            var mark = Mark(member);
            return element!.SpecialType == SpecialType.System_String ? Free(member, mark, "") : Of(member, mark, Values(member, element, hole, scope));
        }

        return member.Type.SpecialType == SpecialType.System_String ? Free(member, "", "") : Of(member, "", Values(member, member.Type, hole, scope));
    }

    /// <summary>Some texts of a value that is no free text.</summary>
    public static IEnumerable<string> Values(Member member, ITypeSymbol type, HolePart hole, ParseScope scope)
    {
        if (ClosedSetTable.IsClosed(type))
        {
            return scope.Sets.Texts(type, scope.Problems);
        }

        if (DateFormats.ShapeOf(type) is { } shape)
        {
            return DateFormat.Parse(DateFormats.TextOf(shape, hole), shape, out _) is { } format
                ? Times(shape).Select(time => time.ToString(format.Custom, CultureInfo.InvariantCulture))
                : [];
        }

        return ValueTypes.IsNumber(type) ? Numbers.Where(number => IsWithin(member, number)).Select(number => number.ToString(hole.Format?.Text, CultureInfo.InvariantCulture)) : [];
    }

    private static SlotSamples Free(Member member, string start, string condition) => new(member.Name, true, start, [], condition);

    private static SlotSamples Of(Member member, string start, IEnumerable<string> texts) => new(
        member.Name,
        false,
        start,
        [.. texts.Distinct(StringComparer.Ordinal).OrderBy(text => text.Length).ThenBy(text => text, StringComparer.Ordinal).Select(text => start + text)],
        member.Attributes.Find("OnScaleAttribute") is null ? "" : ", where both '{0}' and '{1}' are on the scale");

    private static string Mark(Member member) => Layouts.Of(member.Attributes).Style switch { "Numbered" => "1. ", "Bulleted" => "- ", _ => "" };

    private static IEnumerable<DateTime> Times(DateShape shape) =>
        from month in Months
        from day in Days
        from hour in shape.HasFlag(DateShape.Time) ? Hours : [0]
        select new DateTime(2024, month, day, hour, hour, 0);

    private static bool IsWithin(Member member, decimal number)
    {
        if (RangeReader.Find(member) is not { ConstructorArguments: { Length: >= 2 } arguments })
        {
            return true;
        }

        return Bound(arguments[arguments.Length - 2]) <= (double)number && (double)number <= Bound(arguments[arguments.Length - 1]);
    }

    private static double Bound(TypedConstant bound) =>
        double.TryParse(Convert.ToString(bound.Value, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
}
