using System.Globalization;
using System.Text;

namespace Itdr;

/// <summary>Writes the code points of texts and classes so that a form's own syntax is safe from them.</summary>
internal static class EscapedText
{
    /// <summary>Whether a code point can be seen and told from others where it stands as itself.</summary>
    public static bool IsPlain(int code) =>
        code is ' ' || (Rune.IsValid(code) && Rune.GetUnicodeCategory(new Rune(code)) is not (
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or
            UnicodeCategory.SpaceSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned));

    /// <summary>Writes the code point of a line break, a carriage return or a tab by its letter, if it is one of them.</summary>
    public static bool TryWriteLetter(StringBuilder form, int code)
    {
        var letter = code switch { '\n' => 'n', '\r' => 'r', '\t' => 't', _ => '\0' };
        if (letter == '\0')
        {
            return false;
        }

        form.Append('\\').Append(letter);
        return true;
    }

    /// <summary>Writes a code point of the first plane by its number.</summary>
    public static void WriteNumber(StringBuilder form, int code) =>
        form.Append(code <= 0xFF ? "\\x" : "\\u").Append(code.ToString(code <= 0xFF ? "X2" : "X4", CultureInfo.InvariantCulture));

    /// <summary>Writes a class: the ranges of a set, or of what is not in it.</summary>
    /// <param name="form">Where the text goes.</param>
    /// <param name="set">The set; neither empty nor, where it is told by what is not in it, everything.</param>
    /// <param name="byOthers">Whether it is told by what is not in it.</param>
    /// <param name="write">Writes one code point inside a class.</param>
    public static void WriteClass(StringBuilder form, CodePoints set, bool byOthers, Action<StringBuilder, int> write)
    {
        form.Append(byOthers ? "[^" : "[");
        foreach (var (low, high) in (byOthers ? set.Complement() : set).Ranges)
        {
            write(form, low);
            if (high > low + 1)
            {
                form.Append('-');
            }

            if (high > low)
            {
                write(form, high);
            }
        }

        form.Append(']');
    }
}
