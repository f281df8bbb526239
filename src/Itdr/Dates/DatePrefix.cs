using System.Text;

namespace Itdr;

/// <summary>Which UTF-8 texts some date begins with: what an engine asks before it takes one more token of a date.</summary>
internal sealed class DatePrefix
{
    private readonly DateFormat format;
    private readonly byte[][][] texts;

    /// <summary>Describes the beginnings of the dates of a format.</summary>
    public DatePrefix(DateFormat format)
    {
        this.format = format;
        texts = [.. format.Elements.Select(static element =>
            DateReading.NamesOf(element) is { } names ? names.Select(Encoding.UTF8.GetBytes).ToArray() : [Encoding.UTF8.GetBytes(element.Text)])];
    }

    /// <summary>Whether some date's text begins with a text, or is it.</summary>
    public bool CanBecome(ReadOnlySpan<byte> text)
    {
        var dates = new PossibleDates();
        return Take(text, mayGoOn: true, dates) && dates.Any();
    }

    /// <summary>Whether a text is the whole text of some date.</summary>
    public bool Is(ReadOnlySpan<byte> text)
    {
        var dates = new PossibleDates();
        return Take(text, mayGoOn: false, dates) && dates.Any();
    }

    /// <summary>Leaves the dates of a text, or those whose text begins with it; false if there is no such text.</summary>
    private bool Take(ReadOnlySpan<byte> text, bool mayGoOn, PossibleDates dates)
    {
        for (var index = 0; index < texts.Length; index++)
        {
            if (text.IsEmpty && mayGoOn)
            {
                return true;
            }

            var element = format.Elements[index];
            var length = element.Digits > 0 ? TakeNumber(element, text, mayGoOn, dates) : TakeText(element.Part, texts[index], text, mayGoOn, dates);
            if (length < 0)
            {
                return false;
            }

            text = text[length..];
        }

        return text.IsEmpty;
    }

    /// <summary>The length of the number at the front of a text, or -1 if there is none.</summary>
    private static int TakeNumber(DateElement element, ReadOnlySpan<byte> text, bool mayGoOn, PossibleDates dates)
    {
        var length = 0;
        var value = 0;
        while (length < element.MostDigits && length < text.Length && text[length] is >= (byte)'0' and <= (byte)'9')
        {
            value = Math.Min((value * 10) + text[length] - '0', PossibleDates.Beyond);
            length++;
        }

        var mayGrow = mayGoOn && length == text.Length && length < element.MostDigits;
        if (length == 0 || (length < element.Digits && !mayGrow))
        {
            return -1;
        }

        dates.Limit(element, value, length, mayGrow);
        return length;
    }

    /// <summary>The length of the name or literal at the front of a text, or -1 if there is none.</summary>
    private static int TakeText(DatePart part, byte[][] names, ReadOnlySpan<byte> text, bool mayGoOn, PossibleDates dates)
    {
        var matches = 0u;
        for (var index = 0; index < names.Length; index++)
        {
            // No name of a kind begins with another one, so the first that fits is the only one.
            if (text.StartsWith(names[index]))
            {
                dates.Limit(part, 1u << index);
                return names[index].Length;
            }

            matches |= mayGoOn && names[index].AsSpan().StartsWith(text) ? 1u << index : 0;
        }

        dates.Limit(part, matches);
        return matches == 0 ? -1 : text.Length;
    }
}
