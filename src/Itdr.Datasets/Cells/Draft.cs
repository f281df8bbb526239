namespace Itdr.Datasets.Cells;

/// <summary>An instance as a recipe makes it, before it is known whether its label reads back.</summary>
/// <param name="Task">The task.</param>
/// <param name="Answer">The answer, or null where only a teacher model can give it.</param>
internal sealed record Draft<TTask, TAnswer>(TTask Task, TAnswer? Answer)
{
    /// <summary>For each candidate 1 if it is a positive and else 0; empty where there are no candidates.</summary>
    public IReadOnlyList<double> Relevance { get; init; } = [];

    /// <summary>The items among the candidates that the user never touched.</summary>
    public IReadOnlyList<int> Negatives { get; init; } = [];

    /// <summary>How many of the negatives share no category with a positive though they should.</summary>
    public int NegativesOfOtherCategories { get; init; }
}
