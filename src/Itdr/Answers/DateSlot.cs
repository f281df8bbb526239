using System.Globalization;
using System.Text.Json;

namespace Itdr;

/// <summary>A slot that holds a date, in the invariant culture.</summary>
/// <typeparam name="T">The type of the date: <see cref="DateOnly"/>, <see cref="DateTime"/> or <see cref="TimeOnly"/>.</typeparam>
public sealed class DateSlot<T> : ValueSlot<T>
    where T : struct, ISpanFormattable, IEquatable<T>
{
    private readonly DateFormat pieces;
    private DateConstraint? constraint;

    /// <summary>Describes a slot.</summary>
    /// <param name="name">The name of the property.</param>
    /// <param name="format">The format of the text, one from which the date can be read back.</param>
    /// <param name="end">What follows the date.</param>
    /// <exception cref="FormatException">The type has no such format, or the format loses a part of the date.</exception>
    public DateSlot(string name, string format, TextEnd end)
        : base(name, end)
    {
        Format = format;
        pieces = DateType<T>.Parse(format);
        if (pieces.WhyUnreadable() is { } reason)
        {
            throw new FormatException($"A date cannot be read back from the format '{format}': {reason}.");
        }
    }

    /// <inheritdoc/>
    public override AnswerSlotKind Kind => AnswerSlotKind.Date;

    /// <summary>The format of the text.</summary>
    public string Format { get; }

    private string Expected => $"a date written as \"{Text(default)}\" is";

    /// <summary>Writes a value into a label.</summary>
    /// <param name="writer">Where the text goes.</param>
    /// <param name="value">The value; the kind of a <see cref="DateTime"/> is no part of it, as .NET compares times without it.</param>
    /// <exception cref="AnswerRefusedException">The value has a part that the format does not write.</exception>
    public override void Write(ref PromptWriter writer, T value)
    {
        var start = writer.Length;
        writer.Append(value, Format);
        var text = writer.Written[start..];
        if (ReadAt(text, StringComparison.Ordinal, out var read) != text.Length || !read.Equals(value))
        {
            throw Refuse($"is {DateType<T>.JsonText(value)}, whose text \"{text}\" would not read back as the same date");
        }
    }

    /// <summary>Reads the date that stands here.</summary>
    /// <param name="reader">Where the text comes from.</param>
    /// <returns>The date, or the type's default after a failure.</returns>
    public override T Read(ref AnswerReader reader)
    {
        if (reader.Failure is not null)
        {
            return default;
        }

        if (reader.Log is not null)
        {
            return ReadLoosely(ref reader);
        }

        var length = ReadAt(reader.Rest, StringComparison.Ordinal, out var value);
        if (length < 0 || !reader.Rest[..length].SequenceEqual(Text(value)))
        {
            reader.Fail(Name, Expected);
            return default;
        }

        reader.Advance(length);
        return value;
    }

    /// <summary>What the slot may hold: the same for every task, and made once.</summary>
    public override OutputConstraint Constrain() => constraint ??= new DateConstraint(this, pieces, DateType<T>.JsonFormat);

    /// <summary>Writes the slot's value as JSON.</summary>
    /// <param name="json">Where the value goes.</param>
    /// <param name="value">The value.</param>
    public void WriteJson(Utf8JsonWriter json, T value)
    {
        json.WritePropertyName(JsonName);
        WriteJsonValue(json, value);
    }

    /// <summary>Reads the slot's value from JSON.</summary>
    /// <param name="json">The value.</param>
    /// <exception cref="JsonException">The value is not a date as <see cref="JsonDates"/> writes it.</exception>
    public override T ReadJson(JsonInput json) => json.Date<T>();

    internal override void WriteJsonValue(Utf8JsonWriter json, T value) => json.WriteStringValue(DateType<T>.JsonText(value));

    internal override bool TryReadEntry(ReadOnlySpan<char> text, int position, RepairLog log, out T value)
    {
        var (start, length) = First(text, 0, out value);
        if (start < 0)
        {
            return false;
        }

        // A second date leaves open which is meant.
        var end = start + length;
        for (var next = First(text, end, out var other); next.Start >= 0; next = First(text, next.Start + next.Length, out other))
        {
            if (!other.Equals(value))
            {
                return false;
            }
        }

        if (!text[start..end].SequenceEqual(Text(value)))
        {
            log.Add(RepairKind.Case, position + start);
        }

        NumberReading.NoteBefore(text[..start], position, log);
        NumberReading.NoteAfter(text[end..], position + end, log);
        return true;
    }

    private T ReadLoosely(ref AnswerReader reader)
    {
        reader.EnterFence();
        var length = Stretch(ref reader);
        length = length < 0 || reader.Failure is not null ? -1 : reader.TrimStretch(length);
        if (length < 0 || !TryReadEntry(reader.Rest[..length], reader.Position, reader.Log!, out var value))
        {
            reader.Fail(Name, Expected);
            return default;
        }

        reader.Advance(length);
        reader.Began();
        return value;
    }

    /// <summary>The length of what is left before the slot's end; where the date itself may hold what ends it, the end is sought behind the first date.</summary>
    private int Stretch(ref AnswerReader reader)
    {
        if (!pieces.Elements.Any(element => EndsBefore.Literals.Any(literal => Holds(element.Text, literal))))
        {
            return reader.SlotLength(EndsBefore);
        }

        var (start, length) = First(reader.Rest, 0, out _);
        if (start < 0)
        {
            return -1;
        }

        reader.Advance(start + length);
        var behind = reader.SlotLength(EndsBefore);
        reader.Advance(-start - length);

        // Between the date and its end stands no text, or the end may be a part of another date.
        var isBare = behind >= 0 && reader.Rest.Slice(start + length, behind).Trim(" *_`\"'.,;:!").IsEmpty;
        return isBare ? start + length + behind : -1;
    }

    /// <summary>Whether a part of the format holds what may follow the date, with or without the white space around that.</summary>
    private static bool Holds(string part, string literal) =>
        part.Contains(literal.AsSpan().IsWhiteSpace() ? literal : literal.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>The first date from a place on, by whole words; a start of -1 stands for none.</summary>
    private (int Start, int Length) First(ReadOnlySpan<char> text, int from, out T value)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (StartsWord(text, at) && ReadAt(text[at..], StringComparison.OrdinalIgnoreCase, out value) is > 0 and var length && EndsWord(text, at + length))
            {
                return (at, length);
            }
        }

        value = default;
        return (-1, 0);
    }

    private string Text(T value) => value.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The length of the date at the front of a text, or -1 if there is none.</summary>
    private int ReadAt(ReadOnlySpan<char> text, StringComparison comparison, out T value)
    {
        var length = DateReading.Read(pieces, text, comparison, out var fields);
        var made = length < 0 ? null : DateType<T>.Make(fields);

        // A day of the week that is not the date's own, or a needless zero, makes another text.
        if (made is not { } date || !text[..length].Equals(Text(date), comparison))
        {
            value = default;
            return -1;
        }

        value = date;
        return length;
    }

    private static bool StartsWord(ReadOnlySpan<char> text, int at) => at == 0 || !char.IsLetterOrDigit(text[at - 1]) || !char.IsLetterOrDigit(text[at]);

    private static bool EndsWord(ReadOnlySpan<char> text, int at) => at == text.Length || !char.IsLetterOrDigit(text[at]) || !char.IsLetterOrDigit(text[at - 1]);
}
