using System.Text.Json;

namespace Itdr;

/// <summary>The values of an enumeration, or of <see cref="bool"/>, each with the text that prompts, labels and JSON know it by.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public sealed class ClosedSet<T>
    where T : struct
{
    private readonly string[] texts;
    private readonly T[] values;

    /// <summary>Describes a set.</summary>
    /// <param name="members">Each value with its text: no text is empty and none is there twice.</param>
    public ClosedSet(params ReadOnlySpan<(string Text, T Value)> members)
    {
        texts = new string[members.Length];
        values = new T[members.Length];
        for (var index = 0; index < members.Length; index++)
        {
            (texts[index], values[index]) = members[index];
        }
    }

    /// <summary>The texts, in the order of their declaration.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>The text of a value.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value has no text: it is no declared member of its enumeration.</exception>
    public string Text(T value) => TextOrNull(value)
        ?? throw new ArgumentOutOfRangeException(nameof(value), value, $"{value} is no declared member of {typeof(T).Name}, so no text stands for it; use one of {string.Join(", ", texts)}.");

    /// <summary>Writes a value as JSON: its text, or true or false.</summary>
    /// <param name="json">Where the value goes.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is no declared member of its enumeration.</exception>
    public void WriteJson(Utf8JsonWriter json, T value)
    {
        if (value is bool truth)
        {
            json.WriteBooleanValue(truth);
        }
        else
        {
            json.WriteStringValue(Text(value));
        }
    }

    /// <summary>Reads a value from JSON.</summary>
    /// <param name="json">The value.</param>
    /// <exception cref="JsonException">The value is not one of the set.</exception>
    public T ReadJson(JsonInput json)
    {
        if (typeof(T) == typeof(bool))
        {
            return (T)(object)json.Boolean();
        }

        var index = Array.IndexOf(texts, json.Text());
        return index >= 0 ? values[index] : throw json.Error($"one of {string.Join(", ", texts)}");
    }

    /// <summary>The text of a value, or null if it has none.</summary>
    internal string? TextOrNull(T value)
    {
        var index = Array.IndexOf(values, value);
        return index < 0 ? null : texts[index];
    }

    /// <summary>The value at a place of the set.</summary>
    internal T ValueAt(int index) => values[index];
}

/// <summary>Closed sets that no declaration has to describe.</summary>
public static class ClosedSet
{
    /// <summary><c>true</c> and <c>false</c>.</summary>
    public static ClosedSet<bool> Boolean { get; } = new(("true", true), ("false", false));
}
