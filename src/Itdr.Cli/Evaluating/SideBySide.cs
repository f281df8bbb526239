using Itdr.Cli.Terminal;
using Itdr.Evaluation;
using Spectre.Console;

namespace Itdr.Cli.Evaluating;

/// <summary>Several runs side by side.</summary>
internal static class SideBySide
{
    /// <summary>The scores over all rows.</summary>
    public static Table Scores(ScoreTable table, IReadOnlyList<ScoreLine> lines, IReadOnlyList<EvaluatedRun> runs, Func<ScoreLine, string> groupOf)
    {
        var shown = Tables.Create(["over", "metric", "#n", "#chance", .. runs.Select(static run => $"#{run.Name}")]).Narrow();
        var group = "";
        foreach (var line in lines)
        {
            var isNew = groupOf(line) != group;
            group = groupOf(line);
            shown.Add([isNew ? group : "", line.Name, Tables.Number(line.Expected), ScoreText.Chance(line), .. runs.Select(run => ScoreText.WithHalfWidth(ScoreOf(table, line, run)) + Mark(table, line, run))]);
        }

        return shown;
    }

    /// <summary>What became of the predictions, and the scores over those that were read.</summary>
    public static Table Validity(ScoreTable table, IReadOnlyList<ScoreLine> lines, IReadOnlyList<EvaluatedRun> runs, Func<ScoreLine, string> groupOf)
    {
        var shown = Tables.Create(["over", "of the rows", .. runs.Select(static run => $"#{run.Name}")]).Narrow();
        foreach (var group in lines.GroupBy(groupOf))
        {
            shown.Add([group.Key, "valid, repaired", .. runs.Select(run => Shares(table, group.First(), run))]);
            foreach (var line in group.Where(line => runs.Any(run => IsPartlyRead(table, line, run))))
            {
                shown.Add(["", $"{line.Name} of read", .. runs.Select(run => ScoreText.Of(ScoreOf(table, line, run)?.Read))]);
            }
        }

        return shown;
    }

    /// <summary>Whether a run is better (+) or worse (-) than the one that it is compared with: the first run, or for that one the first baseline.</summary>
    public static string Mark(ScoreTable table, ScoreLine line, EvaluatedRun run)
    {
        var other = run == table.Runs[0] ? table.Runs.FirstOrDefault(static known => known.IsBaseline) : table.Runs[0];
        return other is not null && table.Find(run, other, line) is { IsSignificant: true } found ? found.IsBetter ? "+" : "-" : "";
    }

    private static RunScore? ScoreOf(ScoreTable table, ScoreLine line, EvaluatedRun run) => line.Scores[table.Runs.ToList().IndexOf(run)];

    private static bool IsPartlyRead(ScoreTable table, ScoreLine line, EvaluatedRun run) =>
        ScoreOf(table, line, run) is { } score && score.ReadCount < line.Expected && line.Metric.ScoresUnread;

    private static string Shares(ScoreTable table, ScoreLine line, EvaluatedRun run) => ScoreOf(table, line, run) is { Validity: var validity }
        ? $"{ScoreText.Share(validity.Read, validity.Instances)}, {ScoreText.Share(validity.Repaired, validity.Instances)}"
        : "–";
}
