using Itdr.Cli.Terminal;
using Itdr.Evaluation;
using Spectre.Console;

namespace Itdr.Cli.Evaluating;

/// <summary>How a run differs from another one.</summary>
internal static class ComparisonTable
{
    /// <summary>Makes the table, by subtask and root task; single cells stand in the report and in JSON.</summary>
    public static Table Of(RunComparison comparison)
    {
        var shown = Tables.Create("over", "metric", "#n", "#difference", "#95 %", "#bootstrap p", "#Wilcoxon p");
        var group = "";
        foreach (var line in comparison.Lines.Where(static line => line.Line.Level != ScoreLevel.Cell))
        {
            var isNew = line.Line.Group != group;
            group = line.Line.Group;
            var mark = line.IsSignificant ? line.IsBetter ? "+" : "-" : "";
            shown.Add(
                isNew ? group : "",
                line.Line.Name,
                Tables.Number(line.Count),
                ScoreText.Difference(line.Paired.Difference) + mark,
                ScoreText.DifferenceInterval(line.Paired.Interval),
                ScoreText.PValue(line.AdjustedPValue),
                ScoreText.PValue(line.AdjustedWilcoxon));
        }

        return shown;
    }
}
