using Itdr.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>Tries the format of a date while the declaration is compiled, and proves for an answer that it can be read back.</summary>
internal static class DateFormats
{
    /// <summary>What a type of dates holds, or null for another type.</summary>
    public static DateShape? ShapeOf(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_DateTime } => DateShape.Date | DateShape.Time,
        INamedTypeSymbol { Name: "DateOnly" } named when named.IsIn("System") => DateShape.Date,
        INamedTypeSymbol { Name: "TimeOnly" } named when named.IsIn("System") => DateShape.Time,
        _ => null,
    };

    /// <summary>Why a type of dates is none that a declaration can hold, or null.</summary>
    public static string? Refusal(ITypeSymbol type) => type is INamedTypeSymbol { Name: "DateTimeOffset" } named && named.IsIn("System")
        ? "; the text of an offset from UTC says nothing to a model, so use a DateTime or a DateOnly"
        : null;

    /// <summary>The format of a placeholder for dates, or null if the type has no such format, which is reported.</summary>
    public static DateFormat? Read(ITypeSymbol type, DateShape shape, HolePart hole, AttributeData attribute, Problems problems)
    {
        var format = DateFormat.Parse(TextOf(shape, hole), shape, out var flaw);
        if (format is null)
        {
            Report(hole, attribute, problems, $"'{TextOf(shape, hole)}' is not a format of {type.Shown()}: {flaw}");
        }

        return format;
    }

    /// <summary>The format of a slot, or null if there is none from which the date can be read back, which is reported.</summary>
    public static DateFormat? ReadBack(ITypeSymbol type, DateShape shape, HolePart hole, AttributeData attribute, Problems problems)
    {
        var format = Read(type, shape, hole, attribute, problems);
        if (format?.WhyUnreadable() is not { } reason)
        {
            return format;
        }

        Report(hole, attribute, problems, $"A label in the format '{TextOf(shape, hole)}' does not give back '{hole.Name.Text}': {reason}");
        return null;
    }

    /// <summary>The format that a placeholder names, or the usual one.</summary>
    public static string TextOf(DateShape shape, HolePart hole) => hole.Format?.Text ?? DateFormat.Default(shape);

    private static void Report(HolePart hole, AttributeData attribute, Problems problems, string message)
    {
        var place = hole.Format is { } format
            ? new TemplatePlace(attribute, format.Start, format.Text.Length)
            : new TemplatePlace(attribute, hole.Name.Start, hole.Name.Length);
        problems.Add(Descriptors.BadFormat, place, message);
    }
}
