using System.Text.Json;

namespace Itdr;

/// <summary>A slot of free text.</summary>
/// <param name="name">The name of the property.</param>
/// <param name="end">What follows the text.</param>
public sealed class TextSlot(string name, TextEnd end) : ValueSlot<string>(name, end)
{
    private TextConstraint? constraint;

    /// <inheritdoc/>
    public override AnswerSlotKind Kind => AnswerSlotKind.Text;

    /// <summary>Whether the text is an entry of a list: it is not empty, has no white space around it and stays on its line.</summary>
    public bool IsEntry { get; init; }

    /// <summary>Writes a value into a label.</summary>
    /// <param name="writer">Where the text goes.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="AnswerRefusedException">The text holds what would end it, is empty though optional or last, or ends the answer and has white space around it.</exception>
    public override void Write(ref PromptWriter writer, string value)
    {
        if (value is null)
        {
            throw Refuse("is null");
        }

        if (Flaw(value) is { } flaw)
        {
            throw Refuse(flaw);
        }

        var start = writer.Length;
        writer.Append(value);
        foreach (var literal in EndsBefore.Literals)
        {
            writer.Append(literal);
            var readBack = EndsBefore.Find(writer.Written[start..]);
            writer.Truncate(start + value.Length);
            if (readBack != value.Length)
            {
                throw Refuse($"holds the text that would end it, at character {readBack} of its value");
            }
        }

        if (EndsBefore.AtEnd && EndsBefore.Find(value) != value.Length)
        {
            throw Refuse($"holds the text that would end it, at character {EndsBefore.Find(value)} of its value");
        }
    }

    /// <summary>Reads the text up to what ends it.</summary>
    /// <param name="reader">Where the text comes from.</param>
    /// <returns>The text, or null after a failure.</returns>
    public override string? Read(ref AnswerReader reader)
    {
        if (reader.Failure is not null)
        {
            return null;
        }

        if (reader.Log is not null)
        {
            return ReadLoosely(ref reader);
        }

        var length = EndsBefore.Find(reader.Rest);
        if (length < 0)
        {
            reader.Fail(Name, $"a text that ends before \"{EndsBefore.Literals[0].ReplaceLineEndings("\\n")}\"");
            return null;
        }

        var value = reader.Rest[..length].ToString();
        if (Flaw(value) is not null || EndsBefore.IsBlurredBy(value))
        {
            reader.Fail(Name, Expected(value));
            return null;
        }

        reader.Advance(length);
        return value;
    }

    /// <summary>What the slot may hold: the same for every task, and made once.</summary>
    public override OutputConstraint Constrain() => constraint ??= new TextConstraint(this);

    /// <summary>Reads the slot's value from JSON.</summary>
    /// <param name="json">The value.</param>
    /// <exception cref="JsonException">The value is not a string that the slot can hold.</exception>
    public override string ReadJson(JsonInput json)
    {
        var value = json.Text();
        return Flaw(value) is null ? value : throw json.Error(Expected(value));
    }

    internal override void WriteJsonValue(Utf8JsonWriter json, string value) => json.WriteStringValue(value);

    internal override bool TryReadEntry(ReadOnlySpan<char> text, int position, RepairLog log, out string? value)
    {
        var key = TitleKey.Of(text, TitleKey.Level.Emphasis);
        var trimmed = text.Trim().Length < text.Length;
        if (trimmed || key.Emphasis > 0)
        {
            log.Add(key.Emphasis > 0 ? RepairKind.Emphasis : RepairKind.Spacing, position);
        }

        value = key.Text;
        return Flaw(value) is null && !EndsBefore.Literals.Any(value.Contains) && !EndsBefore.IsBlurredBy(value);
    }

    private string? ReadLoosely(ref AnswerReader reader)
    {
        if (!(reader.IsAtStart && EndsBefore is { AtEnd: true, Literals.Count: 0 }) || reader.Rest.StartsWith("```"))
        {
            reader.EnterFence();
        }

        var length = reader.SlotLength(EndsBefore);
        if (length < 0)
        {
            reader.Fail(Name, $"a text that ends before \"{EndsBefore.Literals[0].ReplaceLineEndings("\\n")}\"");
            return null;
        }

        length = reader.TrimStretch(length);
        var whole = reader.Rest[..length];
        var value = WithoutClosingEmphasis(whole);
        if (value.IsEmpty || EndsBefore.IsBlurredBy(value))
        {
            reader.Fail(Name, Expected(value));
            return null;
        }

        if (value.Length < whole.Length)
        {
            reader.Log!.Add(RepairKind.Emphasis, reader.Position);
        }

        reader.Advance(length);
        reader.Began();
        return value.ToString();
    }

    private static ReadOnlySpan<char> WithoutClosingEmphasis(ReadOnlySpan<char> value)
    {
        // Emphasis that opened before the value, around the whole line, closes behind it.
        foreach (var mark in (string[])["**", "__"])
        {
            if (value.EndsWith(mark) && value.Count(mark) % 2 == 1)
            {
                return value[..^mark.Length].TrimEnd();
            }
        }

        return value;
    }

    private string Expected(ReadOnlySpan<char> flawed) =>
        flawed.IsEmpty ? "a text that is not empty"
        : EndsBefore.IsBlurredBy(flawed) ? "a text that does not end like what may follow it begins"
        : "a text without white space around it";

    private string? Flaw(string value)
    {
        if (IsEntry)
        {
            return value.Length == 0 ? "has an entry that is empty, which a reader could not see"
                : value.AsSpan().IndexOfAny('\r', '\n') >= 0 ? "has an entry with a line break in it, which would end it"
                : value.AsSpan().Trim().Length != value.Length ? "has an entry with white space around it, which a reader would lose" : null;
        }

        if (value.EndsWith('\r') && EndsBefore.Literals.Any(static literal => literal.StartsWith('\n')))
        {
            return "ends with a carriage return before a line break, which a reader would take for one line end";
        }

        if (IsOptional && value.Length == 0)
        {
            return "is empty, which reads back as absent; use null";
        }

        if (EndsBefore.AtEnd && value.Length == 0)
        {
            return "is empty and ends the answer, which a reader could not tell from a broken one";
        }

        return EndsBefore.AtEnd && value.AsSpan().Trim().Length != value.Length
            ? "ends the answer and has white space around it, which a reader would lose"
            : null;
    }
}
