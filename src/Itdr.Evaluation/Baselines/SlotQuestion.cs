using System.Text.Json;
using Itdr.Instances;

namespace Itdr.Evaluation;

/// <summary>One task, as a baseline is asked about it.</summary>
/// <param name="View">What it sees of the task.</param>
/// <param name="Json">The task.</param>
/// <param name="Prompt">What a model would read.</param>
/// <param name="Evidence">What the training split says of the subtask, or null if it has none.</param>
internal sealed record TaskQuestion(TaskView View, JsonElement Json, string Prompt, SubtaskEvidence? Evidence)
{
    private double[]? nearness;

    /// <summary>How near each training task is; empty if their texts were not kept.</summary>
    public double[] Nearness => nearness ??= Evidence?.Texts?.Scores(Prompt) ?? [];

    /// <summary>The answers to training tasks of the same kind, or null if there are none.</summary>
    public AnswerTally? Answers => Evidence?.Answers(View.Context);
}

/// <summary>One slot of the answer, with what may stand in it.</summary>
/// <param name="Task">The task.</param>
/// <param name="Slot">The slot.</param>
/// <param name="Constraint">What it may hold for this task.</param>
internal sealed record SlotQuestion(TaskQuestion Task, AnswerSlot Slot, SlotConstraint Constraint)
{
    /// <summary>The candidates that the slot ranks or chooses from: by key, and by the text that names them in the answer.</summary>
    public IReadOnlyList<(string Key, string Text)> Candidates
    {
        get
        {
            var texts = CandidateList.TextsOf(Slot, Constraint);
            var elements = Task.Json.GetProperty(TaskShape.SourceField(Slot)!).EnumerateArray().ToList();
            return [.. texts.Select((text, index) => (index < elements.Count ? TaskView.HeadText(elements[index]) ?? text : text, text))];
        }
    }
}
