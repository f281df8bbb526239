namespace Itdr;

/// <summary>What is known of a subtask without an instance of it, and the door through which tools use it without reflection.</summary>
public abstract class SubtaskDescriptor
{
    private protected SubtaskDescriptor()
    {
    }

    /// <summary>The name of the subtask in files and on the command line.</summary>
    public required string Id { get; init; }

    /// <summary>The version of the wording, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The root task of the paper, or <see cref="RootTask.None"/>.</summary>
    public required RootTask RootTask { get; init; }

    /// <summary>The name of the client method without its <c>Async</c>, or null if there is none.</summary>
    public required string? Method { get; init; }

    /// <summary>The fixed task description; empty if none was declared.</summary>
    public required string Instruction { get; init; }

    /// <summary>The names of the wordings, in the order of their declaration; null names the one without a name.</summary>
    public required IReadOnlyList<string?> Variants { get; init; }

    /// <summary>The placeholders of the prompts, as written, without braces, each once.</summary>
    public required IReadOnlyList<string> Placeholders { get; init; }

    /// <summary>The slots of the answer, in the order of its template.</summary>
    public required IReadOnlyList<AnswerSlot> Slots { get; init; }

    /// <summary>The metrics declared on the answer as a whole; those of one slot stand with the slot.</summary>
    public required IReadOnlyList<string> Metrics { get; init; }

    /// <summary>SHA-256, in lower-case hexadecimal, of all template text of the subtask, taken when it was compiled.</summary>
    public required string TemplateHash { get; init; }

    /// <summary>The type of the tasks.</summary>
    public abstract Type TaskType { get; }

    /// <summary>The type of the answers.</summary>
    public abstract Type AnswerType { get; }

    /// <summary>The user's turn of a chat about a task: the instruction, a line break and the prompt, and only the prompt where there is no instruction.</summary>
    /// <param name="prompt">The prompt of the task.</param>
    public string UserTurn(string prompt) => Instruction.Length == 0 ? prompt : $"{Instruction}\n{prompt}";

    /// <summary>The error for a wording that the subtask does not have.</summary>
    /// <param name="variant">The name that was asked for.</param>
    public ArgumentException UnknownVariant(string? variant)
    {
        var named = Variants.OfType<string>().ToArray();
        var known = named.Length == 0 ? "it has one wording, without a name" : $"it has {string.Join(", ", named.Select(name => $"\"{name}\""))}";
        return new ArgumentException($"The subtask {Id} has no wording \"{variant}\": {known}.", nameof(variant));
    }

    /// <summary>Calls the visitor with this subtask's own types.</summary>
    /// <typeparam name="TResult">What the visitor gives back.</typeparam>
    /// <param name="visitor">The visitor.</param>
    public abstract TResult Accept<TResult>(ISubtaskVisitor<TResult> visitor);
}
