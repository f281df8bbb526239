namespace Itdr.Evaluation;

/// <summary>A run as the paper reports it.</summary>
/// <param name="Name">The model and how it was tuned.</param>
/// <param name="Cells">The published scores, with the number of examples that they fit.</param>
/// <param name="Interaction">The published pUII, in percent.</param>
/// <param name="Understanding">The published pUIU, in percent.</param>
public sealed record PublishedRun(string Name, IReadOnlyList<CellScore> Cells, double Interaction, double Understanding)
{
    /// <summary>pUII from the published scores.</summary>
    public PaperAggregate ComputedInteraction => PaperAggregate.UserItemInteraction(Cells);

    /// <summary>pUIU from the published scores.</summary>
    public PaperAggregate ComputedUnderstanding => PaperAggregate.UserItemUnderstanding(Cells);

    /// <summary>Where the published scores contradict each other or what scores can be: one sentence each.</summary>
    public IReadOnlyList<string> Contradictions => PublishedChecks.Of(this);
}
