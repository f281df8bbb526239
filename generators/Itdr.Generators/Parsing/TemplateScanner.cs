using System.Text;
using Itdr.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Itdr.Generators.Parsing;

/// <summary>Reads a template's text into its parts, and says what is malformed in it.</summary>
internal sealed class TemplateScanner
{
    private readonly string text;
    private readonly AttributeData attribute;
    private readonly Problems problems;
    private readonly Stack<(NamePath Name, List<TemplatePart> Outer)> open = new();
    private readonly StringBuilder literal = new();
    private List<TemplatePart> parts = [];
    private int position;

    private TemplateScanner(string text, AttributeData attribute, Problems problems)
    {
        this.text = text;
        this.attribute = attribute;
        this.problems = problems;
    }

    /// <summary>Reads a template.</summary>
    /// <returns>Its parts, or null if it is malformed.</returns>
    public static List<TemplatePart>? Scan(string text, AttributeData attribute, Problems problems)
    {
        var scanner = new TemplateScanner(text, attribute, problems);
        return scanner.Run() ? scanner.parts : null;
    }

    private bool Run()
    {
        var sound = true;
        while (position < text.Length)
        {
            sound &= Step();
        }

        EndLiteral();
        foreach (var (name, _) in open)
        {
            sound = Malformed(name.Start, name.Length, $"The section '{{?{name.Text}}}' is never closed; end it with '{{/{name.Text}}}'");
        }

        return sound;
    }

    private bool Step()
    {
        var character = text[position];
        if (character is '{' or '}' && position + 1 < text.Length && text[position + 1] == character)
        {
            literal.Append(character);
            position += 2;
            return true;
        }

        switch (character)
        {
            case '{':
                return Tag();
            case '}':
                position++;
                return Malformed(position - 1, 1, "This '}' closes nothing; write '}}' for a brace that is text");
            case '\r':
                position += position + 1 < text.Length && text[position + 1] == '\n' ? 2 : 1;
                literal.Append('\n');
                return true;
            default:
                literal.Append(character);
                position++;
                return true;
        }
    }

    private bool Tag()
    {
        var start = position;
        var end = text.IndexOfAny(['{', '}', '\n', '\r'], start + 1);
        if (end < 0 || text[end] != '}')
        {
            position = start + 1;
            return Malformed(start, 1, "This '{' is never closed; write '{{' for a brace that is text");
        }

        position = end + 1;
        var from = start + 1;
        var kind = from < end && text[from] is '?' or '/' ? text[from++] : ' ';
        var colon = kind == ' ' ? text.IndexOf(':', from, end - from) : -1;
        if (Name(from, colon < 0 ? end : colon, start, end) is not { } name)
        {
            return false;
        }

        return kind switch
        {
            '?' => Open(name),
            '/' => Close(name),
            _ => Hole(name, colon, end),
        };
    }

    private bool Hole(NamePath name, int colon, int end)
    {
        var format = colon < 0 ? (Spanned?)null : new Spanned(text.Substring(colon + 1, end - colon - 1), colon + 1);
        if (format is { } given && given.Text.Trim().Length is var trimmed && (trimmed == 0 || trimmed < given.Text.Length))
        {
            return trimmed == 0
                ? Malformed(colon, 1, "A format must follow ':'")
                : Malformed(given.Start, given.Text.Length, "No white space stands around a format");
        }

        EndLiteral();
        parts.Add(new HolePart(name, format));
        return true;
    }

    private bool Open(NamePath name)
    {
        EndLiteral();
        open.Push((name, parts));
        parts = [];
        return true;
    }

    private bool Close(NamePath name)
    {
        if (open.Count == 0)
        {
            return Malformed(name.Start, name.Length, $"'{{/{name.Text}}}' closes no section");
        }

        var (opened, _) = open.Peek();
        if (opened.Text != name.Text)
        {
            // A mistyped end is still the end of its section, so that one mistake is reported once.
            if (!open.Any(section => section.Name.Text == name.Text) && text.IndexOf($"{{/{opened.Text}}}", position, StringComparison.Ordinal) < 0)
            {
                EndSection();
            }

            return Malformed(name.Start, name.Length, $"'{{/{name.Text}}}' stands where the section '{{?{opened.Text}}}' must be closed");
        }

        EndSection();
        return true;
    }

    private void EndSection()
    {
        EndLiteral();
        var (opened, outer) = open.Pop();
        outer.Add(new SectionPart(opened, parts));
        parts = outer;
    }

    private NamePath? Name(int from, int to, int tagStart, int tagEnd)
    {
        var segments = new List<Spanned>();
        var start = from;
        foreach (var segment in text.Substring(from, to - from).Split('.'))
        {
            if (!SyntaxFacts.IsValidIdentifier(segment))
            {
                var what = text.Substring(tagStart, tagEnd - tagStart + 1);
                var why = what.Any(char.IsWhiteSpace) ? "no white space stands inside the braces" : "it must be the name of a property, perhaps with members";
                Malformed(tagStart, what.Length, $"'{what}' is not a placeholder: {why}; write '{{{{' for a brace that is text");
                return null;
            }

            segments.Add(new Spanned(segment, start));
            start += segment.Length + 1;
        }

        return new NamePath(segments);
    }

    private void EndLiteral()
    {
        if (literal.Length > 0)
        {
            parts.Add(new LiteralPart(literal.ToString()));
            literal.Clear();
        }
    }

    private bool Malformed(int start, int length, string message)
    {
        problems.Add(Descriptors.MalformedTemplate, new TemplatePlace(attribute, start, length), message);
        return false;
    }
}
