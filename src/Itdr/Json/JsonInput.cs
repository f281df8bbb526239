using System.Numerics;
using System.Text.Json;

namespace Itdr;

/// <summary>
/// A JSON value that is read into a task or an answer. Every error names the field, as in
/// <c>history[2].title: expected a string, found 7</c>.
/// </summary>
/// <param name="element">The value; an undefined element stands for a missing field.</param>
public readonly struct JsonInput(JsonElement element)
{
    // The only text that the JSON library parses and then refuses to give.
    private const string NoHalves = "a string without half of a surrogate pair";

    private readonly JsonElement element = element;

    /// <summary>Whether there is no value: the field is missing or null.</summary>
    public bool IsAbsent => element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>Requires an object with no other fields than the named ones.</summary>
    /// <param name="names">The names of all fields that the object may have.</param>
    /// <returns>The object.</returns>
    /// <exception cref="JsonException">The value is not an object, or has another field.</exception>
    public JsonFields Fields(params ReadOnlySpan<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Error("an object");
        }

        foreach (var property in element.EnumerateObject())
        {
            var name = NameOf(property);
            if (!names.Contains(name))
            {
                throw Error($"only the fields {string.Join(", ", names!)} and no \"{name}\"");
            }
        }

        return new JsonFields(element);
    }

    /// <summary>The value as a string.</summary>
    /// <exception cref="JsonException">The value is not a string, or holds half of a surrogate pair as an escape.</exception>
    public string Text()
    {
        if (element.ValueKind != JsonValueKind.String)
        {
            throw Error("a string");
        }

        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Error(NoHalves);
        }
    }

    /// <summary>The value as a Boolean.</summary>
    /// <exception cref="JsonException">The value is neither true nor false.</exception>
    public bool Boolean() =>
        element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.GetBoolean() : throw Error("true or false");

    /// <summary>The value as a number.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <exception cref="JsonException">The value is not a number, or not one of this type.</exception>
    public T Number<T>()
        where T : struct, INumber<T>
    {
        if (element.ValueKind != JsonValueKind.Number)
        {
            throw Error("a number");
        }

        return T.TryParse(element.GetRawText(), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Error($"a number of type {typeof(T).Name}");
    }

    /// <summary>The value as a date: ISO 8601 without a time zone, as <see cref="JsonDates"/> writes it.</summary>
    /// <typeparam name="T"><see cref="DateOnly"/>, <see cref="DateTime"/> or <see cref="TimeOnly"/>.</typeparam>
    /// <exception cref="JsonException">The value is not such a text, or there is no such date.</exception>
    public T Date<T>()
        where T : struct, ISpanFormattable =>
        DateType<T>.FromJson(Text()) ?? throw Error($"a date such as {JsonDates.Text(default(T))}");

    /// <summary>The value as a list of strings.</summary>
    /// <exception cref="JsonException">The value is not an array of strings.</exception>
    public string[] Texts() => List(static entry => entry.Text());

    /// <summary>The value as a list.</summary>
    /// <typeparam name="T">The type of the entries.</typeparam>
    /// <param name="read">Reads one entry.</param>
    /// <exception cref="JsonException">The value is not an array, or an entry cannot be read; the message names its place.</exception>
    public T[] List<T>(Func<JsonInput, T> read)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            throw Error("a list");
        }

        var entries = new T[element.GetArrayLength()];
        var index = 0;
        foreach (var entry in element.EnumerateArray())
        {
            try
            {
                entries[index] = read(new JsonInput(entry));
            }
            catch (JsonException error)
            {
                throw JsonFields.Within($"[{index}]", error);
            }

            index++;
        }

        return entries;
    }

    /// <summary>An error about this value; whoever reads the value adds where it stands.</summary>
    /// <param name="expected">What was expected in its place.</param>
    public JsonException Error(string expected) => new($"expected {expected}, found {this}", path: "", lineNumber: null, bytePositionInLine: null);

    private string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            throw Error("fields whose names hold no half of a surrogate pair");
        }
    }

    /// <summary>The value's own text, shortened.</summary>
    public override string ToString()
    {
        if (element.ValueKind == JsonValueKind.Undefined)
        {
            return "nothing";
        }

        var raw = element.GetRawText();
        return raw.Length <= 60 ? raw : raw[..60] + "…";
    }
}
