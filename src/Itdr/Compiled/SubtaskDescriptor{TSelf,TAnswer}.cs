using System.Runtime.CompilerServices;

namespace Itdr;

/// <summary>What is known of a subtask, with its own types.</summary>
/// <typeparam name="TSelf">The subtask.</typeparam>
/// <typeparam name="TAnswer">Its answer.</typeparam>
public sealed class SubtaskDescriptor<TSelf, TAnswer> : SubtaskDescriptor
    where TSelf : ISubtask<TSelf, TAnswer>
{
    private const int StackBuffer = 1024;

    /// <inheritdoc/>
    public override Type TaskType => typeof(TSelf);

    /// <inheritdoc/>
    public override Type AnswerType => typeof(TAnswer);

#pragma warning disable CA1822 // A descriptor is how tools reach a subtask: an instance is what they hold.
    /// <summary>The prompt of a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="variant">The name of the wording, or null for the first one declared.</param>
    /// <exception cref="ArgumentException">The subtask has no such variant.</exception>
    [SkipLocalsInit]
    public string Prompt(TSelf task, string? variant = null)
    {
        var writer = new PromptWriter(stackalloc char[StackBuffer]);
        try
        {
            TSelf.WritePrompt(ref writer, task, variant);
            return writer.ToString();
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>The label of an answer.</summary>
    /// <param name="task">The task that was answered.</param>
    /// <param name="answer">The answer.</param>
    /// <exception cref="AnswerRefusedException">The label would not read back as this answer.</exception>
    [SkipLocalsInit]
    public string Label(TSelf task, TAnswer answer)
    {
        var writer = new PromptWriter(stackalloc char[StackBuffer]);
        try
        {
            TSelf.WriteAnswer(ref writer, task, answer);
            return writer.ToString();
        }
        finally
        {
            writer.Dispose();
        }
    }
#pragma warning restore CA1822

    /// <inheritdoc/>
    public override TResult Accept<TResult>(ISubtaskVisitor<TResult> visitor) => visitor.Visit(this);
}
