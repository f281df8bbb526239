namespace Itdr.Evaluation.Tests.Comparing;

public class ScoreTableTests
{
    private const string Good = "1. Film 2\n2. Film 4\n3. Film 1\n4. Film 3";
    private const string Bad = "1. Film 1\n2. Film 3\n3. Film 2\n4. Film 4";

    private static readonly BootstrapOptions Few = new() { Resamples = 200 };

    [Fact]
    public void A_run_that_is_better_everywhere_is_marked_and_one_that_is_the_same_is_not()
    {
        var table = ScoreTable.Of([Run("bad", Bad, 60), Run("good", Good, 60), Run("as bad", Bad, 60)], bootstrap: Few);
        var line = table.At(ScoreLevel.Cell).First(static line => line.Metric.Name == "ndcg@10");

        var better = table.Find(table.Runs[1], table.Runs[0], line)!;
        var same = table.Find(table.Runs[2], table.Runs[0], line)!;
        Assert.True(better is { IsSignificant: true, IsBetter: true, Count: 60 });
        Assert.True(better.Paired.Interval.Excludes(0));
        Assert.False(same.IsSignificant);
        Assert.Equal(1, same.AdjustedWilcoxon);
    }

    [Fact]
    public void A_clear_difference_is_significant_however_many_lines_are_tested_beside_it()
    {
        // Of 200 drawings the least p-value is 1/201; times 15 lines that is 0.07.
        var table = ScoreTable.Of([Films("bad", Bad), Films("good", Good)], bootstrap: Few);
        var lines = table.At(ScoreLevel.Cell).ToList();

        Assert.True(lines.Count >= 15);
        Assert.All(lines.Where(static line => line.Metric.Name == "ndcg@10"), line => Assert.True(table.Find(table.Runs[1], table.Runs[0], line)!.IsSignificant));
    }

    [Fact]
    public void A_cell_that_a_run_has_no_prediction_for_has_no_score()
    {
        using var data = new TestDataset().Cell("films", TestDataset.TopK("a")).Cell("films", TestDataset.Rating("r", 4)).Predict("a", Good);
        var report = data.Evaluate();
        var table = ScoreTable.Of([new EvaluatedRun("run", report), Run("other", Good, 1)], bootstrap: Few);

        Assert.Empty(report.Findings);
        Assert.Equal("rating-prediction/films: no instance of 1 has a prediction, so the cell is not scored.", Assert.Single(report.Notes));
        Assert.DoesNotContain(table.Lines, static line => line.Group.StartsWith("rating", StringComparison.Ordinal));
    }

    [Fact]
    public void Slots_of_one_instance_are_pooled_and_compared_each_on_its_own()
    {
        var table = ScoreTable.Of([Attributes("first", "gender: M\nage group: 1"), Attributes("second", "gender: F\nage group: 2")], bootstrap: Few);
        var line = table.At(ScoreLevel.RootTask).Single(static line => line.Metric.Name == "accuracy");

        Assert.Equal((4, 0.5, 0.5), (line.Expected, line.Scores[0]!.All, line.Scores[1]!.All));
        Assert.Equal(4, table.Find(table.Runs[1], table.Runs[0], line)!.Count);
        Assert.Equal(["accuracy AgeGroup", "accuracy Gender"], table.At(ScoreLevel.Cell).Select(static line => line.Name).Order());
    }

    [Fact]
    public void A_chance_level_without_a_closed_form_is_that_of_drawn_answers()
    {
        using var data = new TestDataset().Cell("films", TestDataset.Rating("r", 4)).Predict("r", "4");
        using var drawn = new TestDataset().Cell("films", TestDataset.Rating("r", 4)).Predict("r", "1");

        var line = ScoreTable.Of([new EvaluatedRun("run", data.Evaluate())], drawn.Evaluate(), Few).Lines[0];

        Assert.Equal((3.0, true), (line.Chance!.Value, line.IsChanceDrawn));
    }

    private static EvaluatedRun Run(string name, string text, int count)
    {
        using var data = new TestDataset().Cell("films", [.. Enumerable.Range(0, count).Select(static id => TestDataset.TopK($"{id}"))]);
        foreach (var id in Enumerable.Range(0, count))
        {
            data.Predict($"{id}", text);
        }

        return new EvaluatedRun(name, data.Evaluate());
    }

    private static EvaluatedRun Films(string name, string text)
    {
        string[] sources = ["films", "songs", "games", "books", "plays"];
        using var data = new TestDataset();
        foreach (var source in sources)
        {
            string[] ids = [.. Enumerable.Range(0, 30).Select(id => $"{source}{id}")];
            data.Cell(source, [.. ids.Select(static id => TestDataset.TopK(id))]);
            foreach (var id in ids)
            {
                data.Predict(id, text);
            }
        }

        return new EvaluatedRun(name, data.Evaluate());
    }

    private static EvaluatedRun Attributes(string name, string text)
    {
        using var data = new TestDataset()
            .Cell("films", TestDataset.Attributes("1", new(Gender: "M", AgeGroup: "2")), TestDataset.Attributes("2", new(Gender: "M", AgeGroup: "2")))
            .Predict("1", text).Predict("2", text);
        return new EvaluatedRun(name, data.Evaluate());
    }
}
