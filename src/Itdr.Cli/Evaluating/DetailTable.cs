using Itdr.Cli.Terminal;
using Itdr.Evaluation;
using Spectre.Console;

namespace Itdr.Cli.Evaluating;

/// <summary>The scores of one run in full, with chance and baselines beside them.</summary>
internal static class DetailTable
{
    /// <summary>Makes the table.</summary>
    public static Table Of(ScoreTable table, IReadOnlyList<ScoreLine> lines, Func<ScoreLine, string> groupOf)
    {
        var baselines = Enumerable.Range(0, table.Runs.Count).Where(index => table.Runs[index].IsBaseline).ToList();
        string[] columns = ["over", "metric", "#n", "#chance", .. baselines.Select(index => $"#{table.Runs[index].Name}"), "#all", "#95 %", "#read", "#valid", "#rep."];
        var shown = Tables.Create(columns).Narrow();
        var group = "";
        foreach (var line in lines)
        {
            var isNew = groupOf(line) != group;
            group = groupOf(line);
            var score = line.Scores[0];
            shown.Add(
            [
                isNew ? group : "",
                line.Name,
                Tables.Number(line.Expected),
                ScoreText.Chance(line),
                .. baselines.Select(index => ScoreText.Of(line.Scores[index]?.All)),
                ScoreText.Of(score?.All) + SideBySide.Mark(table, line, table.Runs[0]),
                score is null ? "–" : ScoreText.Of(score.Interval),
                ScoreText.Of(score?.Read),
                score is null ? "–" : ScoreText.Share(score.Validity.Read, score.Validity.Instances),
                score is null ? "–" : ScoreText.Share(score.Validity.Repaired, score.Validity.Instances),
            ]);
        }

        return shown;
    }
}
