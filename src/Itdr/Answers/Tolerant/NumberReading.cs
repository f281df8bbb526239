using System.Globalization;

namespace Itdr;

/// <summary>Finds the one number that a text gives, with what models write around it.</summary>
internal static class NumberReading
{
    private const int MostDigits = 28;
    private static readonly string[] OutOfWords = ["/", " / ", " out of ", " of "];

    /// <summary>Where a number was found.</summary>
    /// <param name="Value">The number.</param>
    /// <param name="Start">Where it starts in the stretch.</param>
    /// <param name="End">Where it ends, with the maximum behind it if that was written.</param>
    /// <param name="Comma">Whether its decimal point was a comma.</param>
    /// <param name="OutOf">The number behind <c>/</c> or <c>out of</c>, or null.</param>
    /// <param name="Text">The number as it was written.</param>
    internal readonly record struct Found(decimal Value, int Start, int End, bool Comma, decimal? OutOf, string Text);

    /// <summary>The number that a slot's stretch of the text gives; the stretch is then read.</summary>
    /// <returns>The number, or null if there is none or more than one.</returns>
    public static decimal? Read(ref AnswerReader reader, TextEnd slotEnd, decimal? maximum, Func<decimal, string?> label)
    {
        if (!reader.TryStretch(slotEnd, out var length))
        {
            return null;
        }

        var number = Read(reader.Rest[..length], reader.Position, maximum, label, reader.Log!);
        if (number is not null)
        {
            reader.Advance(length);
            reader.Began();
        }

        return number;
    }

    /// <summary>The number that a stretch of text gives.</summary>
    /// <param name="text">The stretch.</param>
    /// <param name="offset">Where it starts in the whole text.</param>
    /// <param name="maximum">The only number that may stand behind <c>/</c>, or null for none.</param>
    /// <param name="label">The text of a number that the slot can hold; null if it cannot.</param>
    /// <param name="repairs">Where repairs are recorded.</param>
    /// <returns>The number, or null if there is none or more than one.</returns>
    public static decimal? Read(ReadOnlySpan<char> text, int offset, decimal? maximum, Func<decimal, string?> label, RepairLog repairs)
    {
        var alone = OnlyOnLines(text, maximum, label, out var several);
        if (several)
        {
            return null;
        }

        var found = alone ?? OnlyInside(text, maximum, label);
        if (found is not { } number)
        {
            return null;
        }

        Note(repairs, RepairKind.DecimalComma, number.Comma, offset + number.Start);
        Note(repairs, RepairKind.OutOf, number.OutOf is not null, offset + number.Start);
        Note(repairs, RepairKind.Notation, (number.Comma ? number.Text.Replace(',', '.') : number.Text) != label(number.Value), offset + number.Start);
        NoteBefore(text[..number.Start], offset, repairs);
        NoteAfter(text[number.End..], offset + number.End, repairs);
        return number.Value;
    }

    private static Found? OnlyOnLines(ReadOnlySpan<char> text, decimal? maximum, Func<decimal, string?> label, out bool several)
    {
        several = false;
        Found? only = null;
        var lines = new TextLines(text, 0);
        while (lines.MoveNext())
        {
            var key = TitleKey.Of(lines.Current.Length > 64 ? default : lines.Current, TitleKey.Level.Punctuation).Text;
            var at = key.Length == 0 ? -1 : lines.Current.IndexOf(key);
            if (at < 0 || NumberAt(key, 0, maximum) is not { } number || number.End != key.Length)
            {
                continue;
            }

            // A line that is a number says what is meant; two such lines, or one that the slot cannot hold, leave it open.
            several |= !Fits(number, maximum, label) || (only is { } other && other.Value != number.Value);
            only ??= number with { Start = lines.Position + at, End = lines.Position + at + number.End };
        }

        return several ? null : only;
    }

    private static Found? OnlyInside(ReadOnlySpan<char> text, decimal? maximum, Func<decimal, string?> label)
    {
        Found? only = null;
        for (var at = 0; at < text.Length; at++)
        {
            var next = text[at..].IndexOfAnyInRange('0', '9');
            if (next < 0)
            {
                break;
            }

            at += next;
            var run = text[at..].IndexOfAnyExceptInRange('0', '9');
            run = run < 0 ? text.Length - at : run;
            if (run > MostDigits || (at > 0 && IsLatin(text[at - 1])))
            {
                // A number inside a word is a name's, and one that long is nobody's rating.
                at += run;
                continue;
            }

            var start = at > 0 && text[at - 1] == '-' && (at == 1 || !char.IsLetterOrDigit(text[at - 2])) ? at - 1 : at;
            if (NumberAt(text, start, maximum) is not { } number)
            {
                return null;
            }

            // A second number, or one that the slot cannot hold, leaves open which is meant.
            if (only is not null || !Fits(number, maximum, label))
            {
                return null;
            }

            only = number;
            at = number.End;
        }

        return only;
    }

    private static Found? NumberAt(ReadOnlySpan<char> text, int start, decimal? maximum)
    {
        var rest = text[start..];
        var length = NumberText.Length(rest, fraction: true);
        if (length == 0)
        {
            return null;
        }

        var comma = false;
        if (length + 1 < rest.Length && rest[length] == ',' && char.IsAsciiDigit(rest[length + 1]) && !rest[..length].Contains('.'))
        {
            var digits = NumberText.Length(rest[(length + 1)..], fraction: false);
            comma = true;
            length += 1 + digits;
        }

        var written = rest[..Math.Min(length, 2 * MostDigits)].ToString();
        if (written.Length < length || !decimal.TryParse(written.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            return null;
        }

        var outOf = OutOf(rest[length..], maximum, out var behind);
        var end = length + behind;

        // 1980s, 4th and 4½ are no numbers.
        return end < rest.Length && (IsLatin(rest[end]) || char.IsNumber(rest[end]))
            ? null
            : new Found(value, start, start + end, comma, outOf, written);
    }

    /// <summary>The number behind <c>/</c> or <c>out of</c>, where the slot has a maximum to compare it with.</summary>
    private static decimal? OutOf(ReadOnlySpan<char> rest, decimal? maximum, out int length)
    {
        foreach (var words in maximum is null ? [] : OutOfWords)
        {
            if (!rest.StartsWith(words, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var digits = NumberText.Length(rest[words.Length..], fraction: true);
            if (digits > 0 && decimal.TryParse(rest.Slice(words.Length, digits), NumberStyles.Float, CultureInfo.InvariantCulture, out var bound))
            {
                length = words.Length + digits;
                return bound;
            }
        }

        length = 0;
        return null;
    }

    private static bool IsLatin(char letter) => letter < '\u0250' && char.IsLetter(letter);

    private static bool Fits(Found number, decimal? maximum, Func<decimal, string?> label) =>
        label(number.Value) is not null && (number.OutOf is null || number.OutOf == maximum);

    /// <summary>Records what stands before the value that a stretch gives.</summary>
    internal static void NoteBefore(ReadOnlySpan<char> before, int offset, RepairLog repairs)
    {
        var rest = before.TrimEnd();
        var bare = rest.TrimEnd("*_`");
        Note(repairs, RepairKind.Emphasis, bare.Length < rest.Length, offset + bare.Length);
        var unquoted = bare.TrimEnd("\"'“‘«");
        Note(repairs, RepairKind.Quotes, unquoted.Length < bare.Length, offset + unquoted.Length);
        Note(repairs, RepairKind.Preamble, !unquoted.IsWhiteSpace(), offset);
    }

    /// <summary>Records what stands behind the value that a stretch gives.</summary>
    internal static void NoteAfter(ReadOnlySpan<char> after, int offset, RepairLog repairs)
    {
        var rest = after.TrimStart("*_`\"'”’»");
        var closed = after[..^rest.Length];
        Note(repairs, RepairKind.Emphasis, closed.ContainsAny("*_`"), offset);
        Note(repairs, RepairKind.Quotes, closed.ContainsAny("\"'”’»"), offset);
        var punctuated = rest.TrimStart(".,;:!*_`\"'”’»");
        Note(repairs, RepairKind.TrailingPunctuation, punctuated.Length < rest.Length, offset + after.Length - rest.Length);
        Note(repairs, RepairKind.ClosingText, !punctuated.IsWhiteSpace(), offset + after.Length - punctuated.Length);
    }

    private static void Note(RepairLog repairs, RepairKind kind, bool needed, int position)
    {
        if (needed)
        {
            repairs.Add(kind, position);
        }
    }
}
