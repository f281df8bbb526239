using System.Collections;
using System.Globalization;
using System.Text;

namespace Itdr.Datasets.Synthesis;

/// <summary>How a language writes values down: text, whole numbers, decimals, truth values, nothing, lists and <see cref="ValueFields"/>.</summary>
internal sealed class ValueSyntax
{
    private readonly string comma;
    private readonly string colon;
    private readonly string[] words;
    private readonly Func<string, string> quote;

    private ValueSyntax(string comma, string colon, string[] words, Func<string, string> quote)
    {
        this.comma = comma;
        this.colon = colon;
        this.words = words;
        this.quote = quote;
    }

    /// <summary>JSON as Python's json module writes it: blanks after commas and colons, ASCII only.</summary>
    public static ValueSyntax PythonJson { get; } = new(", ", ": ", ["false", "true", "null"], text => JsonString(text, isAscii: true, escapesSlash: false));

    /// <summary>JSON as PHP writes it with plain Unicode: no blanks, and <c>\/</c> for a slash.</summary>
    public static ValueSyntax PhpJson { get; } = new(",", ":", ["false", "true", "null"], text => JsonString(text, isAscii: false, escapesSlash: true));

    /// <summary>Python 2 literals of Unicode strings: <c>u'…'</c>, ASCII only.</summary>
    public static ValueSyntax Python2 { get; } = new(", ", ": ", ["False", "True", "None"], static text => "u" + PythonString(text, isAscii: true));

    /// <summary>Python 3 literals: <c>'…'</c>, letters as they are.</summary>
    public static ValueSyntax Python3 { get; } = new(", ", ": ", ["False", "True", "None"], static text => PythonString(text, isAscii: false));

    /// <summary>A number of tenths as a decimal: <c>40</c> is <c>4.0</c>.</summary>
    public static decimal Tenths(int tenths) => new(Math.Abs(tenths), 0, 0, tenths < 0, 1);

    /// <summary>A number of hundredths as a decimal with no needless zero: <c>499</c> is <c>4.99</c> and <c>450</c> is <c>4.5</c>.</summary>
    public static decimal Hundredths(int hundredths) =>
        hundredths % 10 == 0 ? Tenths(hundredths / 10) : new(Math.Abs(hundredths), 0, 0, hundredths < 0, 2);

    /// <summary>Writes a value.</summary>
    public string Write(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null: text.Append(words[2]); break;
            case bool truth: text.Append(words[truth ? 1 : 0]); break;
            case string characters: text.Append(quote(characters)); break;
            case ValueFields fields: AppendFields(text, fields); break;
            case IEnumerable values: AppendList(text, values); break;
            default: text.Append(CultureInfo.InvariantCulture, $"{value}"); break;
        }
    }

    private void AppendFields(StringBuilder text, ValueFields fields)
    {
        var separator = "{";
        foreach (var (name, value) in fields)
        {
            text.Append(separator).Append(quote(name)).Append(colon);
            Append(text, value);
            separator = comma;
        }

        text.Append(separator == "{" ? "{}" : "}");
    }

    private void AppendList(StringBuilder text, IEnumerable values)
    {
        var separator = "[";
        foreach (var value in values)
        {
            text.Append(separator);
            Append(text, value);
            separator = comma;
        }

        text.Append(separator == "[" ? "[]" : "]");
    }

    private static string JsonString(string text, bool isAscii, bool escapesSlash)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var letter in text)
        {
            quoted.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '/' when escapesSlash => "\\/",
                < ' ' or > '~' when isAscii || letter < ' ' => $"\\u{(int)letter:x4}",
                _ => $"{letter}",
            });
        }

        return quoted.Append('"').ToString();
    }

    private static string PythonString(string text, bool isAscii)
    {
        var mark = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var quoted = new StringBuilder(text.Length + 2).Append(mark);
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(rune.Value switch
            {
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when rune.Value == mark => $"\\{mark}",
                < ' ' => $"\\x{rune.Value:x2}",
                > '~' and <= 0xFF when isAscii => $"\\x{rune.Value:x2}",
                > 0xFF and <= 0xFFFF when isAscii => $"\\u{rune.Value:x4}",
                > 0xFFFF when isAscii => $"\\U{rune.Value:x8}",
                _ => rune.ToString(),
            });
        }

        return quoted.Append(mark).ToString();
    }
}
