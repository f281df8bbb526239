using System.Globalization;
using Itdr.Cli.Terminal;
using Itdr.Evaluation;

namespace Itdr.Cli.Evaluating;

/// <summary>Shows scores to a person, in tables that fit 100 columns.</summary>
internal static class EvalScreen
{
    private const int MostRunsWide = 4;

    /// <summary>Shows everything.</summary>
    public static void Show(Screen screen, ScoreTable table)
    {
        foreach (var subtask in table.At(ScoreLevel.Cell).GroupBy(static line => line.Group.Split('/')[0]))
        {
            screen.Heading(subtask.Key);
            Show(screen, table, [.. subtask], static line => line.Group.Split('/')[1]);
        }

        ShowPooled(screen, table, ScoreLevel.Subtask, "All sources of a subtask");
        ShowPooled(screen, table, ScoreLevel.RootTask, "All subtasks of a root task");
        ShowAggregates(screen, table);
        ShowComparisons(screen, table);
        ShowLegend(screen, table);
    }

    private static void ShowPooled(Screen screen, ScoreTable table, ScoreLevel level, string heading)
    {
        var lines = table.At(level).ToList();
        if (lines.Count > 0)
        {
            screen.Heading(heading);
            Show(screen, table, lines, static line => line.Group);
        }
    }

    private static void Show(Screen screen, ScoreTable table, IReadOnlyList<ScoreLine> lines, Func<ScoreLine, string> groupOf)
    {
        var models = table.Runs.Where(static run => !run.IsBaseline).ToList();
        if (models.Count <= 1)
        {
            screen.Write(DetailTable.Of(table, lines, groupOf));
            return;
        }

        var scored = table.Runs.Where((_, index) => lines.Any(line => line.Scores[index] is not null)).Chunk(MostRunsWide).ToList();
        foreach (var part in scored)
        {
            screen.Write(SideBySide.Scores(table, lines, part, groupOf));
        }

        foreach (var part in scored)
        {
            screen.Write(SideBySide.Validity(table, lines, part, groupOf));
        }
    }

    private static void ShowAggregates(Screen screen, ScoreTable table)
    {
        screen.Heading("Aggregates of the paper, in percent");
        var shown = Tables.Create("run", "#pUII", "#pUIU");
        foreach (var run in table.Runs)
        {
            shown.Add(run.Name, Percent(run.Report.Interaction), Percent(run.Report.Understanding));
        }

        screen.Write(shown);
        foreach (var group in table.Runs.SelectMany(static run => new[] { run.Report.Interaction, run.Report.Understanding }.Select(aggregate => (run.Name, Aggregate: aggregate)))
            .Where(static pair => pair.Aggregate.Value is null)
            .GroupBy(static pair => Lacks(pair.Aggregate)))
        {
            screen.Paragraph($"{string.Join(", ", group.Select(static pair => pair.Name))}: {group.Key}");
        }

        screen.Out.WriteLine();
    }

    private static string Lacks(PaperAggregate aggregate)
    {
        var missing = aggregate.Terms.Where(static term => term.Value is null).GroupBy(static term => term.Name.Split(' ')[0]).Select(static subtask => $"{subtask.Count()} of {subtask.Key}");
        return $"{aggregate.Name} is not known, for want of terms: {string.Join(", ", missing)}.";
    }

    private static string Percent(PaperAggregate aggregate) => aggregate.Value is { } value ? value.ToString("F2", CultureInfo.InvariantCulture) : "–";

    private static void ShowComparisons(Screen screen, ScoreTable table)
    {
        foreach (var comparison in table.Comparisons.Where(static comparison => comparison.Lines.Count > 0))
        {
            screen.Heading($"{comparison.Run} less {comparison.Other}");
            screen.Write(ComparisonTable.Of(comparison));
        }
    }

    private static void ShowLegend(Screen screen, ScoreTable table)
    {
        screen.Out.WriteLine("all   over all rows: an answer that cannot be read counts as the worst; of numbers it is left out");
        screen.Out.WriteLine("read  over the rows that were read");
        screen.Out.WriteLine("95 %  where the score over all rows lies, by the bootstrap; ± half the width of that interval");
        screen.Out.WriteLine("~     a chance level from drawn answers, for want of a closed form");
        if (table.Comparisons.Count > 0)
        {
            screen.Out.WriteLine("+ -   better, worse than the first run, or of the first run than the first baseline: p < 0.05 by the");
            screen.Out.WriteLine("      paired bootstrap and by Wilcoxon's test, both after Holm's correction within a level");
        }
    }
}
