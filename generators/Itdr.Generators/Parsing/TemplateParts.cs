namespace Itdr.Generators.Parsing;

/// <summary>A piece of a template as written.</summary>
internal abstract class TemplatePart;

/// <summary>Text.</summary>
internal sealed class LiteralPart(string text) : TemplatePart
{
    /// <summary>The text, with its line ends made <c>\n</c> and its doubled braces single.</summary>
    public string Text { get; } = text;
}

/// <summary>A placeholder.</summary>
internal sealed class HolePart(NamePath name, Spanned? format) : TemplatePart
{
    public NamePath Name { get; } = name;

    public Spanned? Format { get; } = format;
}

/// <summary>A section.</summary>
internal sealed class SectionPart(NamePath name, List<TemplatePart> body) : TemplatePart
{
    public NamePath Name { get; } = name;

    public List<TemplatePart> Body { get; } = body;
}

/// <summary>A name, perhaps with members, as <c>Domain.Items</c>.</summary>
internal sealed class NamePath(List<Spanned> segments)
{
    public List<Spanned> Segments { get; } = segments;

    /// <summary>The path as written.</summary>
    public string Text => string.Join(".", Segments.Select(segment => segment.Text));

    /// <summary>Where the path starts in the template's value.</summary>
    public int Start => Segments[0].Start;

    /// <summary>The path's length.</summary>
    public int Length => Text.Length;
}

/// <summary>Some characters of a template and where they start in its value.</summary>
internal readonly record struct Spanned(string Text, int Start);
