namespace Itdr.Subtasks.Tests;

/// <summary>Flaws that any answer may have around it, and what is required of a reading that overlooks one.</summary>
internal static class Flaws
{
    /// <summary>Requires that a text reads as an answer with one repair of a kind, and only tolerantly.</summary>
    public static void Repairs<TTask, TAnswer>(TTask task, string text, TAnswer expected, RepairKind kind)
        where TTask : ISubtask<TTask, TAnswer>
    {
        var parsed = TTask.Parse(task, text);
        Assert.True(parsed.Succeeded, $"{parsed.Failure}\n{text}");
        Assert.Equal(expected, parsed.Value);
        Assert.True(parsed.Repairs is [{ } only] && only.Kind == kind && only.Cost > 0, $"[{string.Join(", ", parsed.Repairs)}]\n{text}");
        Assert.False(TTask.Parse(task, text, ParseOptions.Strict).Succeeded);
    }

    /// <summary>A label with a flaw around it.</summary>
    public static string Framed<TTask, TAnswer>(TTask task, TAnswer answer, string label, RepairKind kind)
        where TTask : ISubtask<TTask, TAnswer> => kind switch
        {
            RepairKind.OuterWhiteSpace => $"\n{label} ",
            RepairKind.ThinkBlock => $"<think>\nWhat would suit this user?\n</think>\n\n{label}",
            RepairKind.Fence => $"```\n{label}\n```",
            RepairKind.Preamble => $"Here is my answer:\n\n{label}",
            RepairKind.ClosingText => $"{label}\n\nLet me know if you need anything else!",
            RepairKind.Json => Laws.AnswerJson(task, answer),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No flaw of this kind is known."),
        };
}
