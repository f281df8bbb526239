using System.Globalization;
using Itdr.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>Tries a number's format while the declaration is compiled, so that it cannot fail when a prompt is written.</summary>
internal static class NumberFormat
{
    /// <summary>Whether a numeric type has a format; reports it if not.</summary>
    public static bool Check(ITypeSymbol type, Spanned? format, AttributeData attribute, Problems problems)
    {
        if (format is not { } given || Works(type, given.Text))
        {
            return true;
        }

        problems.Add(
            Descriptors.BadFormat, new TemplatePlace(attribute, given.Start, given.Text.Length), $"'{given.Text}' is not a numeric format of {type.Shown()}");
        return false;
    }

    private static bool Works(ITypeSymbol type, string format)
    {
        try
        {
            IFormattable sample = type.SpecialType switch
            {
                SpecialType.System_Single or SpecialType.System_Double => 0d,
                SpecialType.System_Decimal => 0m,
                _ => 0L,
            };
            sample.ToString(format, CultureInfo.InvariantCulture);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
