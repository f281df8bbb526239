using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>Texts that read in two ways, for messages.</summary>
internal static class AmbiguityExample
{
    /// <summary>The end of a message: a text that two slots with nothing between them share in two ways, or nothing where only some values do.</summary>
    public static string Of(Member first, Member second)
    {
        var (one, other) = (Kind(first.Type), Kind(second.Type));
        return (one, other) switch
        {
            (Text, Text) => Show("abc", "a", "bc", "ab", "c"),
            (Text, Number) => Show("a12", "a", "12", "a1", "2"),
            (Number, Text) => Show("12a", "12", "a", "1", "2a"),
            (Number, Number) => Show("123", "12", "3", "1", "23"),
            _ => "",
        };

        string Show(string text, string left, string right, string leftAgain, string rightAgain) =>
            $": \"{text}\" reads as {first.Name} '{left}' with {second.Name} '{right}', and as '{leftAgain}' with '{rightAgain}'";
    }

    private const char Text = 't', Number = 'n', Other = 'o';

    private static char Kind(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String ? Text : ValueTypes.IsNumber(type) ? Number : Other;
}
