using System.Globalization;

namespace Itdr.Evaluation;

/// <summary>Finds what cannot be, or cannot be compared, in published scores.</summary>
internal static class PublishedChecks
{
    private const double RandomNdcg = 0.7705;

    public static IReadOnlyList<string> Of(PublishedRun run) => [.. ImpossibleBleu(run), .. NoShareOfExamples(run), .. RougeRatio(run), .. BelowChance(run)];

    /// <summary>Each order of BLEU multiplies in a precision of at most 1, and that of bigrams is at most that of words.</summary>
    private static IEnumerable<string> ImpossibleBleu(PublishedRun run) =>
        from one in run.Cells
        where one.Metric == "bleu-1"
        from two in run.Cells
        where two.Metric == "bleu-2" && two.Subtask == one.Subtask && two.Source == one.Source && two.Value > one.Value
        select string.Create(CultureInfo.InvariantCulture, $"{one.Subtask}/{one.Source}: BLEU-2 ({two.Value:F4}) stands above BLEU-1 ({one.Value:F4}), which cannot be.");

    private static IEnumerable<string> NoShareOfExamples(PublishedRun run) =>
        from cell in run.Cells
        where cell.Metric is "hit@1" or "accuracy"
        let hits = Math.Round(cell.Value * cell.Count)
        where Math.Abs(cell.Value - (hits / cell.Count)) > 0.00005001
        select string.Create(CultureInfo.InvariantCulture, $"{cell.Subtask}/{cell.Source}: {cell.Metric}{(cell.Slot is null ? "" : $" of {cell.Slot}")} {cell.Value:F4} is no share of {cell.Count} examples.");

    /// <summary>ROUGE-L over a whole text is about half to three quarters of ROUGE-1 for such texts; over sentences with sets of words it is nearly all of it.</summary>
    private static IEnumerable<string> RougeRatio(PublishedRun run)
    {
        double[] ratios =
        [
            .. from l in run.Cells
               where l.Metric == "rouge-l"
               from one in run.Cells
               where one.Metric == "rouge-1" && one.Subtask == l.Subtask && one.Source == l.Source && one.Value > 0
               select l.Value / one.Value,
        ];
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"ROUGE-L is {ratios.Min():F2} to {ratios.Max():F2} of ROUGE-1{(ratios.Min() > 0.9 ? ", as pltrdy/rouge gives it; it may not be compared with runs where it is not" : "")}.");
    }

    private static IEnumerable<string> BelowChance(PublishedRun run)
    {
        var lists = run.Cells.Where(static cell => cell.Metric == "ndcg@10").ToList();
        var below = lists.Count(static cell => cell.Value < RandomNdcg);
        if (below > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"N@10 is below the {RandomNdcg} of a random permutation in {below} of {lists.Count} list cells: the model fails at the form, not at the ranking.");
        }
    }
}
