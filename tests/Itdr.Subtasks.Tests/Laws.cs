using System.Text;
using System.Text.Json;

namespace Itdr.Subtasks.Tests;

/// <summary>The laws of DESIGN §2, for one task and one answer of any subtask.</summary>
internal static class Laws
{
    /// <summary>Requires that the label of an answer reads back as the answer with no repair, in text and in JSON.</summary>
    /// <returns>The label, or null if the writer refused the answer.</returns>
    public static string? RoundTrip<TTask, TAnswer>(TTask task, TAnswer answer)
        where TTask : ISubtask<TTask, TAnswer>
    {
        string label;
        try
        {
            label = TTask.Descriptor.Label(task, answer);
        }
        catch (AnswerRefusedException refused)
        {
            Assert.Contains(refused.Slot, TTask.Descriptor.Slots.Select(slot => slot.Name).Append("Answer"));
            return null;
        }

        var parsed = TTask.Parse(task, label);
        Assert.True(parsed.Succeeded, $"{parsed.Failure}\n{label}");
        Assert.Equal(answer, parsed.Value);
        Assert.Empty(parsed.Repairs);
        JsonReadsBack(task, answer);
        return label;
    }

    /// <summary>Requires that no repair was recorded if and only if the label of the parsed value is the text.</summary>
    public static void NoRepairMeansTheLabelItself<TTask, TAnswer>(TTask task, string text)
        where TTask : ISubtask<TTask, TAnswer>
    {
        var parsed = TTask.Parse(task, text);
        if (!parsed.Succeeded)
        {
            Assert.InRange(parsed.Failure!.Position, 0, text.Length);
            Assert.NotEmpty(parsed.Failure.Message);
            return;
        }

        Assert.Equal(parsed.Repairs.IsEmpty, LabelOrNull(task, parsed.Value) == text);
    }

    /// <summary>The label of an answer, or null if the writer refuses it.</summary>
    public static string? LabelOrNull<TTask, TAnswer>(TTask task, TAnswer answer)
        where TTask : ISubtask<TTask, TAnswer>
    {
        try
        {
            return TTask.Descriptor.Label(task, answer);
        }
        catch (AnswerRefusedException)
        {
            return null;
        }
    }

    /// <summary>Requires that a task reads back from its JSON as an equal task with the same prompt.</summary>
    public static void JsonKeepsTheTask<TTask, TAnswer>(TTask task)
        where TTask : ISubtask<TTask, TAnswer>
    {
        var read = TTask.ReadJson(Json(json => TTask.WriteJson(json, task)));
        Assert.Equal(task, read);
        Assert.Equal(task.GetHashCode(), read.GetHashCode());
        Assert.Equal(TTask.Descriptor.Prompt(task), TTask.Descriptor.Prompt(read));
    }

    /// <summary>The JSON form of an answer.</summary>
    public static string AnswerJson<TTask, TAnswer>(TTask task, TAnswer answer)
        where TTask : ISubtask<TTask, TAnswer> => Json(json => TTask.WriteJson(json, task, answer)).GetRawText();

    private static void JsonReadsBack<TTask, TAnswer>(TTask task, TAnswer answer)
        where TTask : ISubtask<TTask, TAnswer>
    {
        var json = AnswerJson(task, answer);
        foreach (var options in (ParseOptions[])[ParseOptions.Strict, ParseOptions.Default])
        {
            var parsed = TTask.ParseJson(task, json, options);
            Assert.True(parsed.Succeeded, $"{parsed.Failure}\n{json}");
            Assert.Equal(answer, parsed.Value);
            Assert.Empty(parsed.Repairs);
        }

        var framed = TTask.ParseJson(task, $"<think>{{?}}</think>\nIt is\n```json\n{json}\n```\n");
        Assert.True(framed.Succeeded, $"{framed.Failure}\n{json}");
        Assert.Equal(answer, framed.Value);
        Assert.Equal([RepairKind.OuterWhiteSpace, RepairKind.ThinkBlock, RepairKind.Fence, RepairKind.Preamble], framed.Repairs.Select(repair => repair.Kind).Order());
    }

    private static JsonElement Json(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            write(json);
        }

        return JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).RootElement;
    }
}
