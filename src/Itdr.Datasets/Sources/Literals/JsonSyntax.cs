using System.Text;
using System.Text.Json;

namespace Itdr.Datasets.Sources.Literals;

/// <summary>A JSON object a line. Of its fields only those that are asked for are kept.</summary>
/// <param name="fields">The names of the fields; <c>|</c> stands between the spellings of one.</param>
internal sealed class JsonSyntax(IReadOnlyList<string> fields) : ILiteralSyntax
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 64 };

    private readonly (byte[] Name, int Field)[] names =
        [.. fields.SelectMany(static (spellings, field) => spellings.Split('|').Select(name => (Encoding.UTF8.GetBytes(name), field)))];

    public string? Read(ReadOnlySpan<byte> line, LiteralRow row, int kept)
    {
        try
        {
            var json = new Utf8JsonReader(line, Options);
            if (json.Read() && json.TokenType == JsonTokenType.StartObject)
            {
                while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
                {
                    var field = FieldOf(ref json);
                    json.Read();
                    if (field < 0)
                    {
                        json.Skip();
                    }
                    else if (field < kept)
                    {
                        row[field] = Value(ref json);
                    }
                    else
                    {
                        Require(ref json);
                    }
                }

                // Reading on throws if something follows the object.
                json.Read();
                return null;
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // Broken JSON, or a text with half a character in it.
        }

        return "no whole JSON object";
    }

    private int FieldOf(ref Utf8JsonReader json)
    {
        foreach (var (name, field) in names)
        {
            if (json.ValueTextEquals(name))
            {
                return field;
            }
        }

        return -1;
    }

    /// <summary>Throws what <see cref="Value"/> would throw; most texts are not made for that.</summary>
    private static void Require(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.String)
        {
            Value(ref json);
        }
        else if (json.ValueIsEscaped && json.ValueSpan.IndexOf("\\u"u8) >= 0)
        {
            _ = json.GetString();
        }
    }

    private static LiteralValue Value(ref Utf8JsonReader json)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.String:
                return LiteralValue.OfText(json.GetString()!);
            case JsonTokenType.Number:
                return LiteralValue.OfNumber(Encoding.UTF8.GetString(json.ValueSpan));
            case JsonTokenType.True:
                return LiteralValue.True;
            case JsonTokenType.False:
                return LiteralValue.False;
            case JsonTokenType.StartArray:
                var items = new List<LiteralValue>();
                while (json.Read() && json.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Value(ref json));
                }

                return LiteralValue.OfItems(items);
            case JsonTokenType.StartObject:
                var entries = new List<KeyValuePair<string, LiteralValue>>();
                while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
                {
                    var name = json.GetString()!;
                    json.Read();
                    entries.Add(KeyValuePair.Create(name, Value(ref json)));
                }

                return LiteralValue.OfEntries(entries);
            default:
                return LiteralValue.Nothing;
        }
    }
}
