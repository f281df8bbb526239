using System.IO.Hashing;
using System.Runtime.InteropServices;
using Itdr.Datasets.Cells;
using Itdr.Datasets.Tables;
using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>What became of one eligible user or item: an instance that is fit to be written, or a reason why there is none.</summary>
internal sealed record MadeInstance<TTask, TAnswer>
    where TTask : ISubtask<TTask, TAnswer>
{
    private MadeInstance(Subject subject)
    {
        Subject = subject;
    }

    /// <summary>The user or the item.</summary>
    public Subject Subject { get; }

    /// <summary>Why there is no instance, as a clause; null if there is one.</summary>
    public string? Refusal { get; private init; }

    /// <summary>What is said of this refusal.</summary>
    public string Detail { get; private init; } = "";

    /// <summary>The instance.</summary>
    public Instance<TTask, TAnswer> Instance { get; private init; } = null!;

    /// <summary>The draft that it was made of.</summary>
    public Draft<TTask, TAnswer> Draft { get; private init; } = null!;

    /// <summary>A hash of the prompt, wide enough that equal hashes mean equal prompts.</summary>
    public UInt128 PromptHash { get; private init; }

    /// <summary>The UTF-16 code units of the user's turn.</summary>
    public int PromptCharacters { get; private init; }

    /// <summary>The UTF-16 code units of the label; 0 where there is none.</summary>
    public int LabelCharacters { get; private init; }

    /// <summary>Makes the instance of a user or an item, and makes sure that its label, if it has one, reads back as its answer.</summary>
    public static MadeInstance<TTask, TAnswer> Of(Subject subject, Cell<TTask, TAnswer> cell, CellContext context)
    {
        var id = InstanceId.Of(context.Cell.Subtask, context.Cell.Source, context.KeyOf(subject));
        if (cell.Recipe.Make(subject, context) is not { } draft)
        {
            return new(subject) { Refusal = cell.Recipe.Shortage.Reason, Detail = $"{id}: {cell.Recipe.Shortage.Detail}" };
        }

        var label = "";
        if (draft.Answer is not null && Problem(draft.Task, draft.Answer, out label) is { } problem)
        {
            return new(subject) { Refusal = problem.Refusal, Detail = $"{id}: {problem.Detail}" };
        }

        var prompt = TTask.Descriptor.Prompt(draft.Task);
        return new(subject)
        {
            Instance = new Instance<TTask, TAnswer>(id, draft.Task)
            {
                User = subject is UserHistory ? subject.Id : null,
                Item = subject is SampledItem ? subject.Id : null,
                Answer = draft.Answer,
                Relevance = draft.Relevance,
            },
            Draft = draft,
            PromptHash = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(prompt.AsSpan())),
            PromptCharacters = TTask.Descriptor.UserTurn(prompt).Length,
            LabelCharacters = label.Length,
        };
    }

    /// <summary>Why an answer has no label that reads back, or null if it has one.</summary>
    private static (string Refusal, string Detail)? Problem(TTask task, TAnswer answer, out string label)
    {
        try
        {
            label = TTask.Descriptor.Label(task, answer);
        }
        catch (AnswerRefusedException refused)
        {
            label = "";
            return ($"the label refuses its {refused.Slot}", refused.Message);
        }

        var parsed = TTask.Parse(task, label);
        return !parsed.Succeeded || !parsed.Repairs.IsEmpty || !EqualityComparer<TAnswer>.Default.Equals(parsed.Value, answer)
            ? ("the label does not read back", parsed.Failure?.Message ?? "the label reads back as another answer.")
            : null;
    }
}
