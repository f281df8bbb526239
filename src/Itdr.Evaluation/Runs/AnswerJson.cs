using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Itdr.Evaluation;

/// <summary>The slots of an answer, by way of its JSON form: so any subtask's answer can be measured without reflection.</summary>
internal readonly struct AnswerJson
{
    private readonly JsonElement root;

    private AnswerJson(JsonElement root) => this.root = root;

    public static AnswerJson Of<TSubtask, TAnswer>(TSubtask task, TAnswer answer)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            TSubtask.WriteJson(json, task, answer);
        }

        return new AnswerJson(JsonElement.Parse(bytes.WrittenSpan));
    }

    /// <summary>The answer as JSON.</summary>
    public override string ToString() => root.GetRawText();

    /// <summary>Whether the answer has the slot.</summary>
    public bool Has(AnswerSlot slot) => root.TryGetProperty(slot.JsonName, out var value) && value.ValueKind != JsonValueKind.Null;

    public double Number(AnswerSlot slot) => root.GetProperty(slot.JsonName).GetDouble();

    /// <summary>The slot as a label: its text, or its number or truth value as JSON writes it.</summary>
    public string Text(AnswerSlot slot)
    {
        var value = root.GetProperty(slot.JsonName);
        return value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Create(CultureInfo.InvariantCulture, $"{value.GetRawText()}");
    }

    /// <summary>The items that the slot ranks, best first, or the one that it chooses.</summary>
    public IReadOnlyList<string> Items(AnswerSlot slot)
    {
        var value = root.GetProperty(slot.JsonName);
        return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(static item => item.GetString()!)] : [value.GetString()!];
    }
}
