using System.IO.Hashing;
using System.Runtime.InteropServices;
using Itdr.Datasets.Cells;
using Itdr.Datasets.Tables;
using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>What became of one eligible user: an instance that is fit to be written, or a reason why there is none.</summary>
internal sealed record MadeInstance<TTask, TAnswer>
    where TTask : ISubtask<TTask, TAnswer>
{
    private MadeInstance(UserHistory user)
    {
        User = user;
    }

    /// <summary>The user.</summary>
    public UserHistory User { get; }

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

    /// <summary>The UTF-16 code units of the label.</summary>
    public int LabelCharacters { get; private init; }

    /// <summary>Makes the instance of a user, and makes sure that its label reads back as its answer.</summary>
    public static MadeInstance<TTask, TAnswer> Of(UserHistory user, Cell<TTask, TAnswer> cell, CellContext context)
    {
        var id = InstanceId.Of(context.Cell.Subtask, context.Cell.Source, user.Id);
        if (cell.Recipe.Make(user, context) is not { } draft)
        {
            return new(user) { Refusal = "too few rated items that the user never touched", Detail = $"{id}: of the items with a title and at least one rating, too few were never touched by the user." };
        }

        string label;
        try
        {
            label = TTask.Descriptor.Label(draft.Task, draft.Answer);
        }
        catch (AnswerRefusedException refused)
        {
            return new(user) { Refusal = $"the label refuses its {refused.Slot}", Detail = $"{id}: {refused.Message}" };
        }

        var parsed = TTask.Parse(draft.Task, label);
        if (!parsed.Succeeded || !parsed.Repairs.IsEmpty || !EqualityComparer<TAnswer>.Default.Equals(parsed.Value, draft.Answer))
        {
            return new(user) { Refusal = "the label does not read back", Detail = $"{id}: {parsed.Failure?.Message ?? "the label reads back as another answer."}" };
        }

        var prompt = TTask.Descriptor.Prompt(draft.Task);
        return new(user)
        {
            Instance = new Instance<TTask, TAnswer>(id, draft.Task) { User = user.Id, Answer = draft.Answer, Relevance = draft.Relevance },
            Draft = draft,
            PromptHash = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(prompt.AsSpan())),
            PromptCharacters = TTask.Descriptor.UserTurn(prompt).Length,
            LabelCharacters = label.Length,
        };
    }
}
