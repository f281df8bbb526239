using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Itdr;

/// <summary>A slot that holds a number, perhaps within bounds.</summary>
/// <typeparam name="T">The type of the number.</typeparam>
/// <param name="name">The name of the property.</param>
/// <param name="end">What follows the number.</param>
public sealed class NumberSlot<T>(string name, TextEnd end) : ValueSlot<T>(name, end)
    where T : struct, INumber<T>
{
    private static readonly bool HasFraction = typeof(T) == typeof(decimal) || typeof(T) == typeof(double) || typeof(T) == typeof(float);

    private NumberConstraint? constraint;

    /// <inheritdoc/>
    public override AnswerSlotKind Kind => AnswerSlotKind.Number;

    /// <summary>The least value, or null for none.</summary>
    public T? Minimum { get; init; }

    /// <summary>The greatest value, or null for none.</summary>
    public T? Maximum { get; init; }

    /// <summary>The numeric format of the text, or null for the type's own.</summary>
    public string? Format { get; init; }

    private string Expected => (Minimum, Maximum) switch
    {
        ({ } least, { } greatest) => string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {greatest}"),
        _ => "a number",
    };

    /// <summary>Writes a value into a label.</summary>
    /// <param name="writer">Where the text goes.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="AnswerRefusedException">The value is out of bounds, or its text would not read back as the same value.</exception>
    public override void Write(ref PromptWriter writer, T value)
    {
        if (!InBounds(value))
        {
            throw Refuse(string.Create(CultureInfo.InvariantCulture, $"is {value}, expected {Expected}"));
        }

        var start = writer.Length;
        writer.Append(value, Format);
        var text = writer.Written[start..];
        if (NumberText.Length(text, HasFraction) != text.Length || Value(text) != value)
        {
            throw Refuse(string.Create(CultureInfo.InvariantCulture, $"is {value}, whose text \"{text}\" would not read back as the same number"));
        }
    }

    /// <summary>Reads the number that stands here.</summary>
    /// <param name="reader">Where the text comes from.</param>
    /// <returns>The number, or 0 after a failure.</returns>
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

        var text = reader.Rest[..NumberText.Length(reader.Rest, HasFraction)];
        if (Value(text) is not { } value || !InBounds(value))
        {
            reader.Fail(Name, Expected);
            return default;
        }

        if (!text.SequenceEqual(value.ToString(Format, CultureInfo.InvariantCulture)))
        {
            reader.Fail(Name, $"the number written as \"{value.ToString(Format, CultureInfo.InvariantCulture)}\"");
            return default;
        }

        reader.Advance(text.Length);
        return value;
    }

    /// <summary>What the slot may hold: the same for every task, and made once.</summary>
    /// <exception cref="AnswerRefusedException">No number is within the slot's bounds.</exception>
    public override OutputConstraint Constrain() => constraint ??= NumberTexts.Of(this, HasFraction);

    /// <summary>Reads the slot's value from JSON.</summary>
    /// <param name="json">The value.</param>
    /// <exception cref="JsonException">The value is not a number of this type, or out of bounds.</exception>
    public override T ReadJson(JsonInput json)
    {
        var value = json.Number<T>();
        return InBounds(value) ? value : throw json.Error(Expected);
    }

    internal override void WriteJsonValue(Utf8JsonWriter json, T value) => json.WriteRawValue(value.ToString(null, CultureInfo.InvariantCulture));

    internal override bool TryReadEntry(ReadOnlySpan<char> text, int position, RepairLog log, out T value)
    {
        var number = NumberReading.Read(text, position, maximum: null, Label, log);
        value = number is { } found ? T.CreateChecked(found) : default;
        return number is not null;
    }

    private T ReadLoosely(ref AnswerReader reader)
    {
        var read = NumberReading.Read(ref reader, EndsBefore, maximum: null, Label);
        if (read is not { } number)
        {
            reader.Fail(Name, Expected);
            return default;
        }

        return T.CreateChecked(number);
    }

    private string? Label(decimal number)
    {
        try
        {
            var value = T.CreateChecked(number);
            return decimal.CreateChecked(value) == number && InBounds(value) ? value.ToString(Format, CultureInfo.InvariantCulture) : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static T? Value(ReadOnlySpan<char> text) =>
        T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && T.IsFinite(value) ? value : null;

    private bool InBounds(T value) =>
        T.IsFinite(value) && !(Minimum is { } least && value < least) && !(Maximum is { } greatest && value > greatest);
}
