using System.Collections.Immutable;
using System.Text.Json;

namespace Itdr;

/// <summary>A slot that holds a list of texts, numbers, dates or values of a closed set.</summary>
/// <typeparam name="T">The type of the entries.</typeparam>
public sealed class ListSlot<T> : AnswerSlot
{
    private ListConstraint? constraint;

    /// <summary>Describes a slot.</summary>
    /// <param name="name">The name of the property.</param>
    /// <param name="layout">How the list is laid out.</param>
    /// <param name="entry">Makes the slot of one entry, given what may follow it.</param>
    /// <param name="end">What follows the list.</param>
    public ListSlot(string name, ListLayout layout, Func<TextEnd, ValueSlot<T>> entry, TextEnd end)
        : base(name, end)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(end);
        Layout = layout;
        string[] literals = [.. end.Literals.Prepend(layout.Separator).Distinct()];
        Entry = entry(end.AtEnd ? TextEnd.BeforeOrAtEnd(literals) : TextEnd.Before(literals));
    }

    /// <inheritdoc/>
    public override AnswerSlotKind Kind => AnswerSlotKind.List;

    /// <summary>How the list is laid out.</summary>
    public ListLayout Layout { get; }

    /// <summary>What one entry holds, and how it is written and read.</summary>
    public ValueSlot<T> Entry { get; }

    /// <summary>Writes a value into a label.</summary>
    /// <param name="writer">Where the text goes.</param>
    /// <param name="value">The value; an empty list writes nothing.</param>
    /// <exception cref="AnswerRefusedException">An entry would not read back, the list is empty though optional, or the list with what follows it would read back as another.</exception>
    public void Write(ref PromptWriter writer, IReadOnlyList<T> value)
    {
        if (value is null or ImmutableArray<T> { IsDefault: true })
        {
            throw Refuse("is null");
        }

        if (IsOptional && value.Count == 0)
        {
            throw Refuse("is empty, which reads back as absent; use null");
        }

        var start = writer.Length;
        for (var index = 0; index < value.Count; index++)
        {
            Layout.BeginEntry(ref writer, index);
            Entry.Write(ref writer, value[index]);
        }

        RequireReadsBack(ref writer, start, value);
    }

    /// <summary>Reads the list that stands here.</summary>
    /// <param name="reader">Where the text comes from.</param>
    /// <returns>The entries, or null after a failure.</returns>
    public T[]? Read(ref AnswerReader reader)
    {
        if (reader.Failure is not null)
        {
            return null;
        }

        if (reader.Log is not null)
        {
            return ListReading.Read(ref reader, this);
        }

        // An entry never holds what may follow the list, so a list that starts with it has none.
        if (EndsBefore.Matches(reader.Rest))
        {
            if (IsOptional)
            {
                reader.Fail(Name, "a list that is not empty");
            }

            return [];
        }

        var entries = new List<T>();
        while (Layout.EntryBegins(reader.Rest, entries.Count, out var length))
        {
            reader.Advance(length);
            var entry = Entry.Read(ref reader);
            if (reader.Failure is not null)
            {
                return null;
            }

            entries.Add(entry!);
        }

        if (entries.Count == 0 || !EndsBefore.Matches(reader.Rest))
        {
            reader.Fail(Name, entries.Count == 0 ? "an entry of the list" : "the next entry of the list, or its end");
            return null;
        }

        return [.. entries];
    }

    /// <summary>What the slot may hold: the same for every task, and made once.</summary>
    /// <exception cref="AnswerRefusedException">No entry can be written.</exception>
    public OutputConstraint Constrain() => constraint ??= new ListConstraint(this, Layout, (SlotConstraint)Entry.Constrain());

    /// <summary>Writes the slot's value as JSON.</summary>
    /// <param name="json">Where the value goes.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="AnswerRefusedException">An entry is not one of its closed set.</exception>
    public void WriteJson(Utf8JsonWriter json, IReadOnlyList<T> value)
    {
        json.WriteStartArray(JsonName);
        foreach (var entry in value)
        {
            Entry.WriteJsonValue(json, entry);
        }

        json.WriteEndArray();
    }

    /// <summary>Reads the slot's value from JSON.</summary>
    /// <param name="json">The value.</param>
    /// <exception cref="JsonException">The value is not a list that the slot can hold.</exception>
    public T[] ReadJson(JsonInput json)
    {
        var value = json.List(Entry.ReadJson);
        return IsOptional && value.Length == 0 ? throw json.Error("a list that is not empty, or null") : value;
    }

    private void RequireReadsBack(ref PromptWriter writer, int start, IReadOnlyList<T> value)
    {
        var length = writer.Length - start;
        foreach (var literal in EndsBefore.Literals)
        {
            writer.Append(literal);
            var isSame = ReadsBack(writer.Written[start..], length, value);
            writer.Truncate(start + length);
            if (!isSame)
            {
                throw Refuse($"would read back as another list before \"{literal.ReplaceLineEndings("\\n")}\"");
            }
        }

        if (EndsBefore.AtEnd && !ReadsBack(writer.Written[start..], length, value))
        {
            throw Refuse("would read back as another list at the end of the answer");
        }
    }

    private bool ReadsBack(ReadOnlySpan<char> text, int length, IReadOnlyList<T> value)
    {
        var reader = new AnswerReader(text);
        return Read(ref reader) is { } read && reader.Position == length && ListEquality.Equals(read, value);
    }
}
