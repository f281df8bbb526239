namespace Itdr.Evaluation.Tests;

public class PaperAggregateTests
{
    [Fact]
    public void Perfect_rankings_and_an_RMSE_of_one_give_a_pUII_of_87_and_a_half()
    {
        var aggregate = PaperAggregate.UserItemInteraction(InteractionCells(rmse: 1, ranking: 1));

        Assert.Equal(87.5, aggregate.Value!.Value, 12);
        Assert.Equal(8, aggregate.Terms.Count);
    }

    [Fact]
    public void Scores_of_several_sources_are_weighted_by_their_instances_and_ratings_are_pooled()
    {
        CellScore[] cells =
        [
            .. InteractionCells(rmse: 1, ranking: 0.5),
            new("rating-prediction", "b", "rmse", "Rating", 3, 300),
            new("next-item", "b", "hit@1", "Choice", 1, 300),
        ];

        var terms = PaperAggregate.UserItemInteraction(cells).Terms;

        // 100 instances of the first source, 300 of the second: √((1·100 + 9·300) / 400) = √7.
        Assert.Equal(-Math.Log10(Math.Sqrt(7)), terms[0].Value!.Value, 12);
        Assert.Equal(((0.5 * 100) + 300) / 400, terms[^1].Value!.Value, 12);
    }

    [Fact]
    public void A_term_without_instances_leaves_no_aggregate_and_is_named()
    {
        var cells = InteractionCells(rmse: 1, ranking: 1).Select(static cell => cell.Subtask == "next-item" ? cell with { Count = 0, Value = double.NaN } : cell);

        var aggregate = PaperAggregate.UserItemInteraction(cells);

        Assert.Null(aggregate.Value);
        Assert.Equal("next-item hit@1: no instance was scored.", Assert.Single(aggregate.Problems));
    }

    [Fact]
    public void An_RMSE_of_0_leaves_no_aggregate_and_is_said() =>
        Assert.Contains("an RMSE of 0", Assert.Single(PaperAggregate.UserItemInteraction(InteractionCells(rmse: 0, ranking: 1)).Problems));

    [Fact]
    public void A_cell_given_twice_is_refused()
    {
        CellScore[] cells = [.. InteractionCells(1, 1), .. InteractionCells(1, 1)];

        Assert.Contains("is given twice", Assert.Throws<ArgumentException>(() => PaperAggregate.UserItemInteraction(cells)).Message);
    }

    [Fact]
    public void Understanding_has_sixteen_terms_of_equal_weight()
    {
        string[] slots = ["Country", "Location", "Gender", "AgeGroup", "Occupation"];
        CellScore[] cells =
        [
            .. slots.Select(static slot => new CellScore("user-attributes", "a", "accuracy", slot, 0.5, 10)),
            new("user-attributes", "a", "rmse", "Age", 10, 10),
            new("user-attributes", "b", "rmse", "BirthYear", 1000, 90),
            .. new[] { "interest-recognition", "target-users" }.SelectMany(static subtask =>
                new[] { "bleu-1", "bleu-2", "rouge-1", "rouge-2", "rouge-l" }.Select(metric => new CellScore(subtask, "a", metric, "Text", 0.25, 10))),
        ];

        var aggregate = PaperAggregate.UserItemUnderstanding(cells);

        Assert.Equal(16, aggregate.Terms.Count);

        // The RMSE term is the plain mean of -1 and -3 over sources, however many instances each has.
        Assert.Equal(100.0 / 16 * ((5 * 0.5) - 2 + (10 * 0.25)), aggregate.Value!.Value, 12);
    }

    private static CellScore[] InteractionCells(double rmse, double ranking) =>
    [
        new("rating-prediction", "a", "rmse", "Rating", rmse, 100),
        .. new[] { "top-k", "cross-domain" }.SelectMany(subtask =>
            new[] { "ndcg@10", "hit@1", "precision@5" }.Select(metric => new CellScore(subtask, "a", metric, null, ranking, 100))),
        new("next-item", "a", "hit@1", "Choice", ranking, 100),
    ];
}
