using System.Globalization;
using System.Text;

namespace Itdr.Datasets.Sources.Literals;

/// <summary>
/// Reads one literal as Python 2 and 3 print it: <c>u'…'</c>, <c>"…"</c> with all escapes, numbers, <c>True</c>, <c>False</c>,
/// <c>None</c>, lists, tuples and dicts whose keys are texts. Nothing is ever evaluated, and no nesting exhausts the stack.
/// </summary>
internal ref struct PythonLiteral
{
    private const int MostDepth = 64;
    private const char Replacement = '\uFFFD';

    private readonly ReadOnlySpan<char> text;
    private readonly ReadOnlySpan<string> names;
    private readonly bool isWhole;
    private int place;
    private string problem;

    // What is read now is checked like everything, and nothing is made of it.
    private bool isDropped;

    private PythonLiteral(ReadOnlySpan<char> text, ReadOnlySpan<string> names, bool isWhole)
    {
        this.text = text;
        this.names = names;
        this.isWhole = isWhole;
        problem = "";
    }

    /// <summary>Reads a whole text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">What it says.</param>
    /// <param name="problem">What is wrong and where, if it cannot be read.</param>
    public static bool TryParse(ReadOnlySpan<char> text, out LiteralValue value, out string problem) =>
        TryParse(new PythonLiteral(text, default, isWhole: true), out value, out problem);

    /// <summary>Reads a whole text, and of a map only some entries; the others must be sound all the same.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">The names of the entries.</param>
    /// <param name="value">What it says.</param>
    /// <param name="problem">What is wrong and where, if it cannot be read.</param>
    public static bool TryParse(ReadOnlySpan<char> text, ReadOnlySpan<string> names, out LiteralValue value, out string problem) =>
        TryParse(new PythonLiteral(text, names, isWhole: false), out value, out problem);

    private static bool TryParse(PythonLiteral parser, out LiteralValue value, out string problem)
    {
        var read = parser.Value(depth: 0);
        if (read is not null)
        {
            parser.SkipSpace();
            if (parser.place < parser.text.Length)
            {
                read = parser.Fail("something follows the value");
            }
        }

        (value, problem) = (read ?? LiteralValue.Nothing, parser.problem);
        return read is not null;
    }

    private LiteralValue? Value(int depth)
    {
        SkipSpace();
        if (place >= text.Length)
        {
            return Fail("a value is missing");
        }

        if (depth > MostDepth)
        {
            return Fail(string.Create(CultureInfo.InvariantCulture, $"values are nested more than {MostDepth} deep"));
        }

        var character = text[place];
        return character switch
        {
            '\'' or '"' => TextValue(),
            'u' or 'U' or 'b' when place + 1 < text.Length && text[place + 1] is '\'' or '"' => PrefixedText(),
            '[' => List(']', depth),
            '(' => List(')', depth),
            '{' => Map(depth),
            '-' or '+' or '.' or (>= '0' and <= '9') => Number(),
            _ => Name(),
        };
    }

    private LiteralValue? PrefixedText()
    {
        place++;
        return TextValue();
    }

    private LiteralValue? TextValue() => !TryText(out var read) ? null : read.Length == 0 ? LiteralValue.NoText : LiteralValue.OfText(read);

    private bool TryText(out string read)
    {
        var quote = text[place++];
        var rest = text[place..];
        var end = rest.IndexOfAny(quote, '\\');
        if (end >= 0 && rest[end] == quote)
        {
            place += end + 1;
            read = isDropped ? "" : rest[..end].ToString();
            return true;
        }

        read = "";
        var result = new StringBuilder();
        while (place < text.Length)
        {
            var plain = text[place..].IndexOfAny(quote, '\\');
            if (plain < 0)
            {
                break;
            }

            result.Append(text.Slice(place, plain));
            place += plain + 1;
            if (text[place - 1] == quote)
            {
                read = isDropped ? "" : WithWholeSurrogates(result.ToString());
                return true;
            }

            if (!TryEscape(result))
            {
                return false;
            }
        }

        place = text.Length;

        Fail("a text is not closed");
        return false;
    }

    private bool TryEscape(StringBuilder result)
    {
        if (place >= text.Length)
        {
            Fail("a text is not closed");
            return false;
        }

        var escaped = text[place++];
        switch (escaped)
        {
            case 'x':
                return TryCode(2, result);
            case 'u':
                return TryCode(4, result);
            case 'U':
                return TryCode(8, result);
            case >= '0' and <= '7':
                AddOctal(escaped, result);
                return true;
            case '\n':
                return true;
        }

        var plain = escaped switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'a' => '\a', 'b' => '\b', 'f' => '\f', 'v' => '\v', '\\' or '\'' or '"' => escaped, _ => '\0' };
        if (plain == '\0')
        {
            // Python keeps the backslash of an escape that it does not know.
            result.Append('\\').Append(escaped);
        }
        else
        {
            result.Append(plain);
        }

        return true;
    }

    private bool TryCode(int digits, StringBuilder result)
    {
        if (place + digits > text.Length
            || !uint.TryParse(text.Slice(place, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            || code > 0x10FFFF)
        {
            Fail("an escape is cut off or no character");
            return false;
        }

        place += digits;
        if (code > char.MaxValue)
        {
            result.Append(char.ConvertFromUtf32((int)code));
        }
        else
        {
            result.Append((char)code);
        }

        return true;
    }

    private void AddOctal(char first, StringBuilder result)
    {
        var code = first - '0';
        for (var digits = 1; digits < 3 && place < text.Length && text[place] is >= '0' and <= '7'; digits++)
        {
            code = (code * 8) + text[place++] - '0';
        }

        result.Append((char)code);
    }

    /// <summary>The text, with the halves of a surrogate pair that stand alone replaced, for they are no characters.</summary>
    private static string WithWholeSurrogates(string read)
    {
        if (!read.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            return read;
        }

        var result = read.ToCharArray();
        for (var index = 0; index < result.Length; index++)
        {
            if (char.IsHighSurrogate(result[index]) && index + 1 < result.Length && char.IsLowSurrogate(result[index + 1]))
            {
                index++;
            }
            else if (char.IsSurrogate(result[index]))
            {
                result[index] = Replacement;
            }
        }

        return new string(result);
    }

    private LiteralValue? List(char close, int depth)
    {
        place++;
        var items = new List<LiteralValue>();
        while (!TryClose(close))
        {
            if (problem.Length > 0 || Value(depth + 1) is not { } item)
            {
                return null;
            }

            if (!isDropped)
            {
                items.Add(item);
            }

            if (!TrySeparate(close))
            {
                return null;
            }
        }

        return LiteralValue.OfItems(items);
    }

    private LiteralValue? Map(int depth)
    {
        place++;
        var entries = new List<KeyValuePair<string, LiteralValue>>();
        while (!TryClose('}'))
        {
            if (Value(depth + 1) is not { } key)
            {
                return null;
            }

            SkipSpace();
            if (key.Kind != LiteralKind.Text || place >= text.Length || text[place] != ':')
            {
                return Fail("a key and a colon are missing");
            }

            place++;
            var wasDropped = isDropped;
            isDropped |= depth == 0 && !isWhole && !names.Contains(key.Text);
            if (Value(depth + 1) is not { } value)
            {
                return null;
            }

            if (!isDropped)
            {
                entries.Add(KeyValuePair.Create(key.Text, value));
            }

            isDropped = wasDropped;
            if (!TrySeparate('}'))
            {
                return null;
            }
        }

        return LiteralValue.OfEntries(entries);
    }

    private bool TryClose(char close)
    {
        SkipSpace();
        if (place < text.Length && text[place] == close)
        {
            place++;
            return true;
        }

        return false;
    }

    /// <summary>Reads a comma, or sees the end before it is read.</summary>
    private bool TrySeparate(char close)
    {
        SkipSpace();
        if (place < text.Length && text[place] == ',')
        {
            place++;
            return true;
        }

        if (place < text.Length && text[place] == close)
        {
            return true;
        }

        Fail($"a comma or {close} is missing");
        return false;
    }

    private LiteralValue? Number()
    {
        var begin = place;
        while (place < text.Length && (char.IsAsciiDigit(text[place]) || text[place] is '-' or '+' or '.' or 'e' or 'E'))
        {
            place++;
        }

        var digits = text[begin..place];
        if (place < text.Length && text[place] is 'L' or 'l')
        {
            place++;
        }

        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? isDropped ? LiteralValue.Nothing : LiteralValue.OfNumber(digits.ToString())
            : Fail("a number cannot be read");
    }

    private LiteralValue? Name()
    {
        var begin = place;
        while (place < text.Length && char.IsAsciiLetter(text[place]))
        {
            place++;
        }

        switch (text[begin..place])
        {
            case "True":
                return LiteralValue.True;
            case "False":
                return LiteralValue.False;
            case "None" or "nan" or "inf":
                return LiteralValue.Nothing;
            default:
                place = begin;
                return Fail("a value cannot be read");
        }
    }

    private void SkipSpace()
    {
        while (place < text.Length && text[place] is ' ' or '\t' or '\r' or '\n')
        {
            place++;
        }
    }

    private LiteralValue? Fail(string what)
    {
        if (problem.Length == 0)
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"{what} at character {place + 1}");
        }

        return null;
    }
}
