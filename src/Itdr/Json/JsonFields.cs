using System.Text.Json;

namespace Itdr;

/// <summary>The fields of a JSON object that is read into a task or an answer.</summary>
public readonly struct JsonFields
{
    private readonly JsonElement element;

    internal JsonFields(JsonElement element) => this.element = element;

    /// <summary>Reads a field.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The name of the field.</param>
    /// <param name="read">Reads the value.</param>
    /// <exception cref="JsonException">The field is missing or its value cannot be read; the message names the field.</exception>
    public T Read<T>(string name, Func<JsonInput, T> read)
    {
        var value = Field(name);
        try
        {
            return value.IsAbsent ? throw value.Error("a value") : read(value);
        }
        catch (JsonException error)
        {
            throw Within(name, error);
        }
    }

    /// <summary>Reads a field that may be missing or null.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The name of the field.</param>
    /// <param name="read">Reads the value.</param>
    /// <returns>The value, or the type's default.</returns>
    /// <exception cref="JsonException">The value cannot be read; the message names the field.</exception>
    public T? ReadOptional<T>(string name, Func<JsonInput, T> read) => Field(name).IsAbsent ? default : Read(name, read);

    /// <summary>Reads a list.</summary>
    /// <typeparam name="T">The type of the entries.</typeparam>
    /// <param name="name">The name of the field.</param>
    /// <param name="read">Reads one entry.</param>
    /// <exception cref="JsonException">The field is missing or an entry cannot be read; the message names it.</exception>
    public T[] List<T>(string name, Func<JsonInput, T> read) => Read(name, value => value.List(read));

    /// <summary>The same error, seen from one level further out.</summary>
    internal static JsonException Within(string place, JsonException error)
    {
        // A path that starts with a bracket or is empty needs no dot before it.
        var inner = error.Path ?? "";
        var path = inner.Length == 0 || inner[0] == '[' ? place + inner : $"{place}.{inner}";
        var said = error.Data["said"] as string ?? error.Message;
        var outer = new JsonException($"{path}: {said}", path, error.LineNumber, error.BytePositionInLine);
        outer.Data["said"] = said;
        return outer;
    }

    private JsonInput Field(string name) => element.TryGetProperty(name, out var value) ? new JsonInput(value) : default;
}
