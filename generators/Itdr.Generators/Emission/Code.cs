using Itdr.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Itdr.Generators.Emission;

/// <summary>Pieces of code that several emitters write.</summary>
internal static class Code
{
    public const string Writer = "global::Itdr.PromptWriter";
    public const string Json = "global::System.Text.Json.Utf8JsonWriter";
    public const string Element = "global::System.Text.Json.JsonElement";
    public const string InheritDoc = "/// <inheritdoc/>";

    /// <summary>A string literal, or <c>null</c>.</summary>
    public static string Literal(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A collection expression of string literals.</summary>
    public static string Literals(IEnumerable<string?> texts) => $"[{string.Join(", ", texts.Select(Literal))}]";

    /// <summary>A list's layout.</summary>
    public static string Layout(LayoutModel layout) => layout.Separator is null
        ? $"global::Itdr.ListLayout.{layout.Style}"
        : $"new global::Itdr.ListLayout{Arguments(layout)}";

    /// <summary>A new layout, where its type stands before it.</summary>
    public static string NewLayout(LayoutModel layout) => $"new{Arguments(layout)}";

    private static string Arguments(LayoutModel layout) => $"(global::Itdr.ListStyle.{layout.Style}, {Literal(layout.Separator)})";

    /// <summary>An expression that makes a value.</summary>
    /// <param name="type">The type.</param>
    /// <param name="construction">How it is made.</param>
    /// <param name="value">The value of a property.</param>
    public static List<string> Construct(string type, ConstructionModel construction, Func<string, string> value)
    {
        var arguments = construction.Arguments.Select(argument => value(argument.Property)).ToList();
        var lines = new List<string>();
        if (arguments.Count <= 1)
        {
            lines.Add($"new {type}({string.Join(", ", arguments)})");
        }
        else
        {
            lines.Add($"new {type}(");
            lines.AddRange(arguments.Select((argument, index) => "    " + argument + (index < arguments.Count - 1 ? "," : ")")));
        }

        if (construction.Members.Count > 0)
        {
            lines.Add("{");
            lines.AddRange(construction.Members.Select(member => $"    {member} = {value(member)},"));
            lines.Add("}");
        }

        return lines;
    }

    /// <summary>Writes the lines of an expression as one statement.</summary>
    public static void Statement(SourceWriter source, string before, List<string> expression, string after)
    {
        for (var index = 0; index < expression.Count; index++)
        {
            source.Line((index == 0 ? before : "") + expression[index] + (index == expression.Count - 1 ? after : ""));
        }
    }
}
