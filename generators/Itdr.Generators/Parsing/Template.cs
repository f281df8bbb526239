using Itdr.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>A template that is well formed.</summary>
/// <param name="Text">Its text, line ends made <c>\n</c>.</param>
/// <param name="Parts">What it is made of.</param>
internal sealed record Template(string Text, List<TemplatePart> Parts)
{
    /// <summary>Reads the template that an attribute was given as its first argument, or says what is wrong with it and returns null.</summary>
    public static Template? Read(AttributeData attribute, Problems problems)
    {
        if (attribute.FirstString() is not { } text)
        {
            problems.Add(Descriptors.MalformedTemplate, Place.Of(attribute, 0), "A template must be a text, not null");
            return null;
        }

        return TemplateScanner.Scan(text, attribute, problems) is { } parts
            ? new Template(SymbolNames.WithLineFeeds(text), parts)
            : null;
    }
}
