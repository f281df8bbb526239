using System.Diagnostics.CodeAnalysis;

namespace Itdr.Instances;

/// <summary>One row of a dataset as data: a task, its answer where one is known, and whom it was made from. Prompts are a view of it.</summary>
/// <typeparam name="TSubtask">The subtask.</typeparam>
/// <typeparam name="TAnswer">Its answer.</typeparam>
/// <param name="Id">The key of the instance within a dataset, <c>subtask.source.key</c>; see <see cref="InstanceId"/>.</param>
/// <param name="Task">The task.</param>
public sealed record Instance<TSubtask, TAnswer>(string Id, TSubtask Task)
    where TSubtask : ISubtask<TSubtask, TAnswer>
{
    /// <summary>The key of the user in the source, or null where the instance is not about one user.</summary>
    public string? User { get; init; }

    /// <summary>The key of the item in the source, where the instance is about one item and not about a user.</summary>
    public string? Item { get; init; }

    /// <summary>The answer; without a value where none is known, and then the instance stays out of training files.</summary>
    public TAnswer? Answer
    {
        get;
        init
        {
            field = value;
            HasAnswer = value is not null;
        }
    }

    /// <summary>Whether an answer is known.</summary>
    [MemberNotNullWhen(true, nameof(Answer))]
    public bool HasAnswer { get; private init; }

    /// <summary>
    /// How much each candidate of the task matters to the user, in the order of the candidates: 1 for a positive and
    /// 0 for a negative, or any number from 0 up. Empty for a task without candidates.
    /// </summary>
    public IReadOnlyList<double> Relevance { get; init; } = [];
}
