using System.Text.Json;

namespace Itdr;

/// <summary>A slot that holds one value of a closed set: an enumeration's, or true or false.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="name">The name of the property.</param>
/// <param name="set">The values and their texts.</param>
/// <param name="end">What follows the text.</param>
public sealed class SetSlot<T>(string name, ClosedSet<T> set, TextEnd end) : ValueSlot<T>(name, end)
    where T : struct
{
    private ChoiceConstraint? constraint;
    private CandidateKeys? keys;

    /// <inheritdoc/>
    public override AnswerSlotKind Kind => AnswerSlotKind.Set;

    /// <summary>The values and their texts.</summary>
    public ClosedSet<T> Set { get; } = set;

    private string Expected => $"one of {string.Join(", ", Set.Texts.Select(static text => $"\"{text}\""))}";

    /// <summary>Writes a value into a label.</summary>
    /// <param name="writer">Where the text goes.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="AnswerRefusedException">The value is not one of the set.</exception>
    public override void Write(ref PromptWriter writer, T value) => writer.Append(Text(value));

    /// <summary>Reads the value that stands here.</summary>
    /// <param name="reader">Where the text comes from.</param>
    /// <returns>The value, or the type's default after a failure.</returns>
    public override T Read(ref AnswerReader reader)
    {
        if (reader.Failure is not null)
        {
            return default;
        }

        var index = reader.Log is null ? Find(ref reader) : FindLoosely(ref reader);
        if (index < 0)
        {
            reader.Fail(Name, Expected);
            return default;
        }

        return Set.ValueAt(index);
    }

    /// <summary>What the slot may hold: the same for every task, and made once.</summary>
    public override OutputConstraint Constrain() => constraint ??= new ChoiceConstraint(this, [.. Set.Texts], isExact: true) { IsBoolean = typeof(T) == typeof(bool) };

    /// <summary>Writes the slot's value as JSON: its text, or true or false.</summary>
    /// <param name="json">Where the value goes.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="AnswerRefusedException">The value is not one of the set.</exception>
    public void WriteJson(Utf8JsonWriter json, T value)
    {
        _ = Text(value);
        json.WritePropertyName(JsonName);
        Set.WriteJson(json, value);
    }

    /// <summary>Reads the slot's value from JSON.</summary>
    /// <param name="json">The value.</param>
    /// <exception cref="JsonException">The value is not one of the set.</exception>
    public override T ReadJson(JsonInput json) => Set.ReadJson(json);

    internal override void WriteJsonValue(Utf8JsonWriter json, T value)
    {
        _ = Text(value);
        Set.WriteJson(json, value);
    }

    internal override bool TryReadEntry(ReadOnlySpan<char> text, int position, RepairLog log, out T value)
    {
        keys ??= CandidateKeys.Of(Set.Texts);
        var index = ChoiceText.FindLine(text, position, keys, log);
        value = index >= 0 ? Set.ValueAt(index) : default;
        return index >= 0;
    }

    private string Text(T value) => Set.TextOrNull(value) ?? throw Refuse($"is {value}, expected {Expected}");

    private int Find(ref AnswerReader reader)
    {
        // The compiler has refused sets of which two texts could stand here.
        for (var index = 0; index < Set.Texts.Count; index++)
        {
            var text = Set.Texts[index];
            if (reader.Rest.StartsWith(text) && EndsBefore.Matches(reader.Rest[text.Length..]))
            {
                reader.Advance(text.Length);
                return index;
            }
        }

        return CandidateMatch.None;
    }

    private int FindLoosely(ref AnswerReader reader)
    {
        if (!reader.TryStretch(EndsBefore, out var length))
        {
            return CandidateMatch.None;
        }

        // Inside a sentence a word of the set may be denied, as in "not true", so only a line that gives it counts.
        keys ??= CandidateKeys.Of(Set.Texts);
        var index = ChoiceText.FindLine(reader.Rest[..length], reader.Position, keys, reader.Log!);
        if (index >= 0)
        {
            reader.Advance(length);
            reader.Began();
        }

        return index;
    }
}
