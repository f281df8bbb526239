using System.Globalization;
using Itdr.Generators.Diagnostics;
using Itdr.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>Reads the bounds that <c>[Range]</c> gives a number.</summary>
internal static class RangeReader
{
    private static readonly string[] Exclusive = ["MinimumIsExclusive", "MaximumIsExclusive"];

    /// <summary>The <c>[Range]</c> of a slot, or null.</summary>
    public static AttributeData? Find(Member member) => member.Attributes.FirstOrDefault(
        attribute => attribute.AttributeClass is { Name: "RangeAttribute" } type && type.IsIn("System.ComponentModel.DataAnnotations"));

    /// <summary>The bounds of a slot, or null if it has none or they do not fit, which is reported.</summary>
    public static BoundsModel? Read(Member member, Problems problems)
    {
        if (Find(member) is not { } range)
        {
            return null;
        }

        if (!ValueTypes.IsNumber(member.Type))
        {
            var why = ValueTypes.ListKindOf(member.Type, out _) == ListKind.None
                ? $"has type {member.Type.Shown()}"
                : "is a list, whose entries have no bounds of their own; remove [Range]";
            problems.Add(Descriptors.BadRange, Place.Of(member.Property), $"[Range] bounds a number, and '{member.Name}' {why}");
            return null;
        }

        if (Exclusive.FirstOrDefault(name => range.Named(name) is true) is { } exclusive)
        {
            problems.Add(Descriptors.BadRange, Place.Of(range, -1, exclusive), $"The range of '{member.Name}' leaves out its own bound, which no grammar of numbers can say; write the first and the last value that it may have");
            return null;
        }

        var first = range.ConstructorArguments.Length - 2;
        if (first < 0 || Bound(range, first, member, problems) is not { } minimum || Bound(range, first + 1, member, problems) is not { } maximum)
        {
            return null;
        }

        if (Value(minimum) > Value(maximum))
        {
            problems.Add(Descriptors.BadRange, Place.Of(range, first), $"The range of '{member.Name}' starts at {minimum}, above its end {maximum}");
            return null;
        }

        return new BoundsModel(minimum, maximum);
    }

    private static string? Bound(AttributeData range, int index, Member member, Problems problems)
    {
        var text = Convert.ToString(range.ConstructorArguments[index].Value, CultureInfo.InvariantCulture) ?? "";
        if (Fits(member.Type, text))
        {
            return text;
        }

        problems.Add(Descriptors.BadRange, Place.Of(range, index), $"The bound \"{text}\" of '{member.Name}' is not a number of type {member.Type.Shown()}");
        return null;
    }

    private static bool Fits(ITypeSymbol type, string text)
    {
        const NumberStyles Style = NumberStyles.Float;
        var culture = CultureInfo.InvariantCulture;
        return type.SpecialType switch
        {
            SpecialType.System_SByte => sbyte.TryParse(text, Style, culture, out _),
            SpecialType.System_Byte => byte.TryParse(text, Style, culture, out _),
            SpecialType.System_Int16 => short.TryParse(text, Style, culture, out _),
            SpecialType.System_UInt16 => ushort.TryParse(text, Style, culture, out _),
            SpecialType.System_Int32 => int.TryParse(text, Style, culture, out _),
            SpecialType.System_UInt32 => uint.TryParse(text, Style, culture, out _),
            SpecialType.System_Int64 => long.TryParse(text, Style, culture, out _),
            SpecialType.System_UInt64 => ulong.TryParse(text, Style, culture, out _),
            SpecialType.System_Decimal => decimal.TryParse(text, Style, culture, out _),
            SpecialType.System_Single => float.TryParse(text, Style, culture, out var value) && !float.IsInfinity(value) && !float.IsNaN(value),
            _ => double.TryParse(text, Style, culture, out var value) && !double.IsInfinity(value) && !double.IsNaN(value),
        };
    }

    private static double Value(string bound) => double.Parse(bound, NumberStyles.Float, CultureInfo.InvariantCulture);
}
