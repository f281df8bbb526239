using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace Itdr;

/// <summary>A slot that holds a point of the task's <see cref="RatingScale"/>.</summary>
/// <typeparam name="T">The type of the number.</typeparam>
/// <param name="name">The name of the property.</param>
/// <param name="source">The task's property that holds the scale.</param>
/// <param name="end">What follows the number.</param>
public sealed class ScaleSlot<T>(string name, string source, TextEnd end) : AnswerSlot(name, end)
    where T : struct, INumber<T>
{
    /// <inheritdoc/>
    public override AnswerSlotKind Kind => AnswerSlotKind.Number;

    /// <summary>The task's property that holds the scale.</summary>
    public override string Source { get; } = source;

    /// <summary>Writes a value into a label.</summary>
    /// <param name="writer">Where the text goes.</param>
    /// <param name="scale">The task's scale.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="AnswerRefusedException">The value is not a point of the scale, or the scale's format does not tell it from another number.</exception>
    public void Write(ref PromptWriter writer, RatingScale scale, T value)
    {
        if (!OnScale(scale, value, out var rating))
        {
            throw Refuse(string.Create(CultureInfo.InvariantCulture, $"is {value}, expected {Expected(scale)}"));
        }

        var text = scale.Text(rating);
        if (Value(text) != rating)
        {
            throw Refuse($"is {rating}, whose text \"{text}\" would not read back as the same number");
        }

        writer.Append(text);
    }

    /// <summary>Reads the point of the scale that stands here.</summary>
    /// <param name="reader">Where the text comes from.</param>
    /// <param name="scale">The task's scale.</param>
    /// <returns>The number, or 0 after a failure.</returns>
    public T Read(ref AnswerReader reader, RatingScale scale)
    {
        if (reader.Failure is not null)
        {
            return default;
        }

        if (reader.Log is not null)
        {
            return ReadLoosely(ref reader, scale);
        }

        var text = reader.Rest[..NumberText.Length(reader.Rest, fraction: true)];
        if (Value(text) is not { } rating || !scale.Contains(rating) || !text.SequenceEqual(scale.Text(rating)))
        {
            reader.Fail(Name, Expected(scale));
            return default;
        }

        reader.Advance(text.Length);
        return T.CreateChecked(rating);
    }

    /// <summary>What the slot may hold for one task.</summary>
    /// <param name="scale">The task's scale.</param>
    /// <exception cref="AnswerRefusedException">The scale has no point that can be written.</exception>
    public OutputConstraint Constrain(RatingScale scale) => IsOptional && (scale.Step <= 0 || scale.Minimum > scale.Maximum)
        ? new NothingConstraint(this)
        : NumberTexts.Of(this, scale);

    /// <summary>Reads the slot's value from JSON.</summary>
    /// <param name="json">The value.</param>
    /// <param name="scale">The task's scale.</param>
    /// <exception cref="JsonException">The value is not a point of the scale.</exception>
    public T ReadJson(JsonInput json, RatingScale scale)
    {
        var value = json.Number<T>();
        return OnScale(scale, value, out _) ? value : throw json.Error(Expected(scale));
    }

    private T ReadLoosely(ref AnswerReader reader, RatingScale scale)
    {
        var read = NumberReading.Read(ref reader, EndsBefore, scale.Maximum, number => scale.Contains(number) ? scale.Text(number) : null);
        if (read is not { } rating)
        {
            reader.Fail(Name, Expected(scale));
            return default;
        }

        return T.CreateChecked(rating);
    }

    private static string Expected(RatingScale scale) =>
        $"a rating from {scale.MinimumText} to {scale.MaximumText} in steps of {scale.StepText}, written as \"{scale.MaximumText}\" is";

    private static bool OnScale(RatingScale scale, T value, out decimal rating)
    {
        rating = 0;
        if (!T.IsFinite(value))
        {
            return false;
        }

        rating = decimal.CreateSaturating(value);
        return scale.Contains(rating);
    }

    private static decimal? Value(ReadOnlySpan<char> text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
