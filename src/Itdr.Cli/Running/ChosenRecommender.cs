namespace Itdr.Cli.Running;

/// <summary>Who answers the tasks of <c>itdr run</c>.</summary>
/// <param name="Recommender">The recommender.</param>
/// <param name="Name">What its predictions are signed with; it never changes from one run to the next.</param>
internal sealed record ChosenRecommender(IRecommender Recommender, string Name)
{
    /// <summary>Says why it cannot answer a subtask, or null if it can.</summary>
    public Func<SubtaskDescriptor, string?> WhyNot { get; init; } = static _ => null;

    /// <summary>Says after the run what it took, or null if there is nothing to say.</summary>
    public Func<string>? Note { get; init; }

    /// <summary>What is disposed of after the run, or null.</summary>
    public IAsyncDisposable? Owned { get; init; }
}
