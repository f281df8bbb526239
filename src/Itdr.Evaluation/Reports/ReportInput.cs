using Itdr.Instances;

namespace Itdr.Evaluation;

/// <summary>What a report shows.</summary>
/// <param name="Table">The scores.</param>
/// <param name="Title">What the page is called, such as the name of the dataset.</param>
/// <param name="Split">The split that was measured.</param>
/// <param name="Preset">What plain metric names meant.</param>
/// <param name="Bootstrap">How scores were resampled.</param>
public sealed record ReportInput(ScoreTable Table, string Title, Split Split, MetricPreset Preset, BootstrapOptions Bootstrap)
{
    internal IReadOnlyList<EvaluatedRun> Runs => Table.Runs;

    internal IEnumerable<EvaluatedRun> Models => Table.Runs.Where(static run => !run.IsBaseline);

    /// <summary>The colour of a run in all charts, by its place.</summary>
    internal static string Colour(int run) => $"var(--run{run % ReportStyle.Colours})";
}
