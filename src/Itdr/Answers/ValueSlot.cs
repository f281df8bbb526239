using System.Text.Json;

namespace Itdr;

/// <summary>A slot whose value needs nothing of the task: a text, a number, a date or one of a closed set. The entries of a list are such slots.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public abstract class ValueSlot<T> : AnswerSlot
{
    private protected ValueSlot(string name, TextEnd end)
        : base(name, end)
    {
    }

    /// <summary>Writes a value into a label.</summary>
    /// <param name="writer">Where the text goes.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="AnswerRefusedException">The value would not read back.</exception>
    public abstract void Write(ref PromptWriter writer, T value);

    /// <summary>Reads the value that stands here.</summary>
    /// <param name="reader">Where the text comes from.</param>
    /// <returns>The value, or the type's default after a failure.</returns>
    public abstract T? Read(ref AnswerReader reader);

    /// <summary>What the slot may hold: the same for every task.</summary>
    /// <exception cref="AnswerRefusedException">The slot can hold nothing.</exception>
    public abstract OutputConstraint Constrain();

    /// <summary>Reads the slot's value from JSON.</summary>
    /// <param name="json">The value.</param>
    /// <exception cref="JsonException">The slot cannot hold the value.</exception>
    public abstract T ReadJson(JsonInput json);

    /// <summary>Writes a value as JSON, without the name of a field.</summary>
    internal abstract void WriteJsonValue(Utf8JsonWriter json, T value);

    /// <summary>Reads an entry of a list, with what models write around it.</summary>
    /// <param name="text">The entry's text, without the mark before it.</param>
    /// <param name="position">Where it stands in the whole text.</param>
    /// <param name="log">Where repairs are recorded.</param>
    /// <param name="value">The value.</param>
    /// <returns>Whether there is exactly one value.</returns>
    internal abstract bool TryReadEntry(ReadOnlySpan<char> text, int position, RepairLog log, out T? value);
}
