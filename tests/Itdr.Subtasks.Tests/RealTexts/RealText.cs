namespace Itdr.Subtasks.Tests.RealTexts;

/// <summary>An answer as a model writes it, and what reading it must give.</summary>
/// <param name="Subtask">The id of the subtask, which is the name of the file.</param>
/// <param name="Heading">The name of the text, once in its file.</param>
/// <param name="Task">The task that was answered, as JSON.</param>
/// <param name="Text">The text.</param>
/// <param name="Value">The answer in its JSON form, or null where reading must fail.</param>
/// <param name="Repairs">The kinds of repair that reading takes; empty for a label and for a failure.</param>
internal sealed record RealText(string Subtask, string Heading, string Task, string Text, string? Value, IReadOnlyList<RepairKind> Repairs)
{
    /// <summary>Whether the text is the label itself.</summary>
    public bool IsLabel => Value is not null && Repairs.Count == 0;

    /// <summary>Whether the text is an answer, but not as the label writes it.</summary>
    public bool IsRepaired => Repairs.Count > 0;
}
