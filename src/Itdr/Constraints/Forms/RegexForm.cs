using System.Text;

namespace Itdr;

/// <summary>Writes a pattern as a regular expression that .NET, Python, Rust and inference servers read alike.</summary>
internal static class RegexForm
{
    private const string Meta = @"\.+*?()|[]{}^$";

    // Rust reads &&, -- and ~~ inside a class as set operations, Python warns of them, and .NET has [a-z-[b]].
    private const string MetaInClass = @"\[]^-&~|";

    /// <summary>The regular expression of a pattern.</summary>
    public static string Write(Pattern pattern)
    {
        var form = new StringBuilder();
        Write(form, pattern);
        return form.ToString();
    }

    private static void Write(StringBuilder form, Pattern pattern)
    {
        switch (pattern)
        {
            case PatternText text:
                WriteText(form, text.Text);
                break;
            case PatternClass member:
                WriteClass(form, member.Set);
                break;
            case PatternSequence sequence:
                foreach (var part in sequence.Parts)
                {
                    WriteInSequence(form, part);
                }

                break;
            case PatternChoice choice:
                for (var index = 0; index < choice.Alternatives.Length; index++)
                {
                    form.Append(index > 0 ? "|" : "");
                    Write(form, choice.Alternatives[index]);
                }

                break;
            case PatternRepeat repeat:
                WriteRepeated(form, repeat);
                break;
            case PatternRule rule:
                Write(form, rule.Content);
                break;
        }
    }

    private static void WriteText(StringBuilder form, string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            WriteCodePoint(form, rune.Value, Meta);
        }
    }

    private static void WriteClass(StringBuilder form, CodePoints set)
    {
        if (set.Single is { } code)
        {
            WriteCodePoint(form, code, Meta);
        }
        else if (set.SetEquals(CodePoints.All))
        {
            form.Append(@"[\s\S]");
        }
        else
        {
            EscapedText.WriteClass(form, set, set.IsOpen, static (form, code) => WriteCodePoint(form, code, MetaInClass));
        }
    }

    private static void WriteInSequence(StringBuilder form, Pattern part)
    {
        if (Unnamed(part) is PatternChoice)
        {
            WriteGroup(form, part);
        }
        else
        {
            Write(form, part);
        }
    }

    private static void WriteRepeated(StringBuilder form, PatternRepeat repeat)
    {
        if (Unnamed(repeat.Content) is PatternClass or PatternText { IsSingle: true, Text.Length: 1 })
        {
            Write(form, repeat.Content);
        }
        else
        {
            WriteGroup(form, repeat.Content);
        }

        form.Append(repeat.Times);
    }

    private static void WriteGroup(StringBuilder form, Pattern pattern)
    {
        form.Append("(?:");
        Write(form, pattern);
        form.Append(')');
    }

    private static Pattern Unnamed(Pattern pattern) => pattern is PatternRule rule ? Unnamed(rule.Content) : pattern;

    private static void WriteCodePoint(StringBuilder form, int code, string meta)
    {
        if (EscapedText.TryWriteLetter(form, code))
        {
            return;
        }

        // Beyond the first plane the dialects share no escape.
        if (code > char.MaxValue || (EscapedText.IsPlain(code) && !meta.Contains((char)code, StringComparison.Ordinal)))
        {
            form.Append(char.ConvertFromUtf32(code));
        }
        else if (EscapedText.IsPlain(code))
        {
            form.Append('\\').Append((char)code);
        }
        else
        {
            EscapedText.WriteNumber(form, code);
        }
    }
}
