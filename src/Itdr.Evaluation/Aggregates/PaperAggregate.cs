namespace Itdr.Evaluation;

/// <summary>
/// The two aggregates of the ITDR paper, in percent: 100 times the mean of equally weighted terms, where an RMSE
/// counts as −log10. Scores of several sources are averaged by their numbers of instances; the RMSE of ratings is
/// pooled; the RMSE terms of attributes are averaged by source.
/// </summary>
/// <param name="Name"><c>pUII</c> or <c>pUIU</c>.</param>
/// <param name="Terms">The terms.</param>
public sealed record PaperAggregate(string Name, IReadOnlyList<AggregateTerm> Terms)
{
    private static readonly string[] RankingMetrics = ["ndcg@10", "hit@1", "precision@5"];
    private static readonly string[] TextMetrics = ["bleu-1", "bleu-2", "rouge-1", "rouge-2", "rouge-l"];
    private static readonly string[] Labels = ["Country", "Location", "Gender", "AgeGroup", "Occupation"];

    /// <summary>The aggregate in percent, or null if a term cannot be told; <see cref="Problems"/> says which.</summary>
    public double? Value => Terms.All(static term => term.Value is not null) ? 100 * Terms.Average(static term => term.Value!.Value) : null;

    /// <summary>Why there is no value: one sentence for each term that cannot be told.</summary>
    public IReadOnlyList<string> Problems => [.. Terms.Where(static term => term.Problem is not null).Select(static term => $"{term.Name}: {term.Problem}.")];

    /// <summary>pUII: rating prediction, top-k, cross-domain and next item, in eight terms.</summary>
    /// <param name="cells">The scores of the cells; others are passed over.</param>
    /// <exception cref="ArgumentException">A cell stands there twice.</exception>
    public static PaperAggregate UserItemInteraction(IEnumerable<CellScore> cells)
    {
        var table = new CellTable(cells);
        return new PaperAggregate("pUII",
        [
            table.PooledLogarithm("rating-prediction", "rmse"),
            .. RankingMetrics.Select(metric => table.Mean("top-k", metric)),
            .. RankingMetrics.Select(metric => table.Mean("cross-domain", metric)),
            table.Mean("next-item", "hit@1"),
        ]);
    }

    /// <summary>pUIU: user attributes, interest recognition and target users, in sixteen terms.</summary>
    /// <param name="cells">The scores of the cells; others are passed over.</param>
    /// <exception cref="ArgumentException">A cell stands there twice.</exception>
    public static PaperAggregate UserItemUnderstanding(IEnumerable<CellScore> cells)
    {
        var table = new CellTable(cells);
        return new PaperAggregate("pUIU",
        [
            .. Labels.Select(slot => table.Mean("user-attributes", "accuracy", slot)),
            table.MeanLogarithm("user-attributes", "rmse"),
            .. TextMetrics.Select(metric => table.Mean("interest-recognition", metric)),
            .. TextMetrics.Select(metric => table.Mean("target-users", metric)),
        ]);
    }
}
