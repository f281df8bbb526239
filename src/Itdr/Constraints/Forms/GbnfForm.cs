using System.Globalization;
using System.Text;

namespace Itdr;

/// <summary>Writes a pattern as a GBNF grammar for llama.cpp: one rule a line, the start first.</summary>
internal sealed class GbnfForm
{
    private const string Root = "root";
    private const string Meta = "\"\\";
    private const string MetaInClass = @"\[]^-";

    private readonly Dictionary<PatternRule, string> names = [];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal) { Root };
    private readonly Queue<PatternRule> waiting = new();
    private readonly StringBuilder form = new();

    private GbnfForm()
    {
    }

    /// <summary>The grammar of a pattern.</summary>
    public static string Write(Pattern pattern)
    {
        var grammar = new GbnfForm();
        grammar.WriteRule(Root, pattern);
        while (grammar.waiting.TryDequeue(out var rule))
        {
            grammar.WriteRule(grammar.names[rule], rule.Content);
        }

        return grammar.form.ToString();
    }

    private void WriteRule(string name, Pattern pattern)
    {
        form.Append(name).Append(" ::= ");
        WritePattern(pattern);
        form.Append('\n');
    }

    private void WritePattern(Pattern pattern)
    {
        switch (pattern)
        {
            case PatternText text:
                WriteLiteral(text.Text);
                break;
            case PatternClass { Set.Single: { } code }:
                WriteLiteral(char.ConvertFromUtf32(code));
                break;
            case PatternClass { Set: var set }:
                EscapedText.WriteClass(form, set, MayBeToldByOthers(set), static (form, code) => WriteCodePoint(form, code, MetaInClass));
                break;
            case PatternSequence sequence:
                WriteJoined(sequence.Parts, " ", static part => part is PatternChoice);
                break;
            case PatternChoice choice:
                WriteJoined(choice.Alternatives, " | ", static _ => false);
                break;
            case PatternRepeat repeat:
                WriteGrouped(repeat.Content, repeat.Content is PatternSequence or PatternChoice or PatternRepeat);
                form.Append(repeat.Times);
                break;
            case PatternRule rule:
                form.Append(NameOf(rule));
                break;
        }
    }

    /// <summary>
    /// Whether a class may be written by what is not in it. llama.cpp lets the first bytes of a character pass such a
    /// class only if no character that begins with them is left out, so nothing beyond ASCII may be.
    /// </summary>
    private static bool MayBeToldByOthers(CodePoints set) => set.IsOpen && set.Complement().Ranges is [.., (_, <= 0x7F)];

    private void WriteJoined(IReadOnlyList<Pattern> patterns, string separator, Func<Pattern, bool> needsGroup)
    {
        for (var index = 0; index < patterns.Count; index++)
        {
            form.Append(index > 0 ? separator : "");
            WriteGrouped(patterns[index], needsGroup(patterns[index]));
        }
    }

    private void WriteGrouped(Pattern pattern, bool needsGroup)
    {
        form.Append(needsGroup ? "(" : "");
        WritePattern(pattern);
        form.Append(needsGroup ? ")" : "");
    }

    private void WriteLiteral(string text)
    {
        form.Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            WriteCodePoint(form, rune.Value, Meta);
        }

        form.Append('"');
    }

    private string NameOf(PatternRule rule)
    {
        if (names.TryGetValue(rule, out var known))
        {
            return known;
        }

        // A rule's name is made of ASCII letters, digits and dashes.
        var wanted = string.Concat(rule.Name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
        var name = wanted;
        for (var number = 2; !taken.Add(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{number}");
        }

        names.Add(rule, name);
        waiting.Enqueue(rule);
        return name;
    }

    private static void WriteCodePoint(StringBuilder form, int code, string meta)
    {
        if (EscapedText.TryWriteLetter(form, code))
        {
            return;
        }

        if (code > char.MaxValue)
        {
            form.Append(CultureInfo.InvariantCulture, $"\\U{code:X8}");
        }
        else if (EscapedText.IsPlain(code) && !meta.Contains((char)code, StringComparison.Ordinal))
        {
            form.Append((char)code);
        }
        else
        {
            // A quote, a bracket and a backslash have escapes of their own, but a caret and a dash have not.
            EscapedText.WriteNumber(form, code);
        }
    }
}
