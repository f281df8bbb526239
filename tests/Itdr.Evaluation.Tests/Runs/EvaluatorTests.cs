using Itdr.Instances;
using Itdr.Subtasks;

namespace Itdr.Evaluation.Tests;

public sealed class EvaluatorTests : IDisposable
{
    private readonly TestDataset data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void The_labels_themselves_score_perfectly_without_a_repair()
    {
        var report = data
            .Cell("a", TestDataset.TopK("top-k.a.1"))
            .Cell("a", TestDataset.NextItem("next-item.a.1"))
            .Cell("a", TestDataset.Rating("rating-prediction.a.1", 4))
            .Predict("top-k.a.1", "1. Film 4\n2. Film 2\n3. Film 1\n4. Film 3")
            .Predict("next-item.a.1", "Song 3")
            .Predict("rating-prediction.a.1", "4")
            .Evaluate();

        Assert.Empty(report.Findings);
        Assert.All(report.Cells, static cell => Assert.Equal((1, 0), (cell.Validity.Ratio, cell.Validity.Repaired)));
        var metrics = report.Cells.SelectMany(static cell => cell.Metrics).Where(static metric => metric.Name != "precision@5");
        Assert.All(metrics, static metric => Assert.Equal(metric.Metric.HigherIsBetter ? 1 : 0, metric.All.Score));

        // Two of four candidates are relevant, so no order has more among the first five.
        Assert.Equal(0.5, Metric(report, "precision@5").All.Score);
    }

    [Fact]
    public void A_ranking_is_scored_by_the_relevance_of_the_items_it_names()
    {
        var report = data.Cell("a", TestDataset.TopK("top-k.a.1")).Predict("top-k.a.1", "1. Film 1\n2. Film 2\n3. Film 3\n4. Film 4").Evaluate();

        // Positives at places 2 and 4 of an ideal 1 and 2.
        var expected = ((1 / Math.Log2(3)) + (1 / Math.Log2(5))) / (1 + (1 / Math.Log2(3)));
        Assert.Equal(expected, Metric(report, "ndcg@10").All.Score, 12);
        Assert.Equal(0, Metric(report, "hit@1").All.Score);
        Assert.Equal(2 / 4.0, Metric(report, "precision@5").All.Score);
    }

    [Fact]
    public void A_short_ranking_is_a_repair_and_the_papers_precision_is_over_what_was_returned()
    {
        var report = data.Cell("a", TestDataset.TopK("top-k.a.1")).Predict("top-k.a.1", "1. Film 4\n2. Film 2\n3. Film 1").Evaluate();

        Assert.Equal(2 / 3.0, Metric(report, "precision@5").All.Score, 12);
        Assert.Equal((1, 1), (report.Cells[0].Validity.Repaired, report.Cells[0].Validity.Repairs[RepairKind.MissingItems]));
        Assert.Equal(2 / 5.0, Metric(data.Evaluate(new EvaluationOptions { Preset = MetricPreset.Nltk }), "precision@5").All.Score, 12);
    }

    [Fact]
    public void What_cannot_be_read_scores_0_over_all_rows_and_stays_out_of_the_rows_that_were_read()
    {
        var report = data
            .Cell("a", TestDataset.TopK("top-k.a.1"), TestDataset.TopK("top-k.a.2"), TestDataset.TopK("top-k.a.3"), TestDataset.TopK("top-k.a.4"))
            .Predict("top-k.a.1", "1. Film 4\n2. Film 2\n3. Film 1\n4. Film 3")
            .Predict("top-k.a.2", "1. Another film\n2. Film 2")
            .Predict("top-k.a.3", null)
            .Evaluate();

        var hit = Metric(report, "hit@1");
        Assert.Equal((0.25, 4), (hit.All.Score, hit.All.Count));
        Assert.Equal((1.0, 1), (hit.Read.Score, hit.Read.Count));
        var validity = report.Cells[0].Validity;
        Assert.Equal((4, 1, 2, 1), (validity.Instances, validity.Read, validity.Unread, validity.Missing));
        Assert.Equal(0.25, validity.Ratio);
        Assert.Equal(["top-k.a.2", "top-k.a.3"], report.Cells[0].Unread.Select(static example => example.Id));
        Assert.Equal("The model gave no text.", report.Cells[0].Unread[1].Reason);
        Assert.Contains("1 of 4 instances have no prediction", Assert.Single(report.Findings));
    }

    [Fact]
    public void An_unread_rating_is_left_out_of_the_RMSE_and_counted()
    {
        var report = data
            .Cell("a", TestDataset.Rating("1", 5), TestDataset.Rating("2", 1), TestDataset.Rating("3", 3))
            .Predict("1", "3").Predict("2", "I cannot say").Predict("3", "The rating is 4.")
            .Evaluate();

        var rmse = Metric(report, "rmse");
        Assert.Equal(Math.Sqrt((4 + 1) / 2.0), rmse.All.Score, 12);
        Assert.Equal((2, 2, 3), (rmse.All.Count, rmse.Read.Count, rmse.Expected));
        Assert.Equal((1, 1), (report.Cells[0].Validity.Unread, report.Cells[0].Validity.Repaired));
    }

    [Fact]
    public void Strict_reading_takes_only_labels()
    {
        var report = data.Cell("a", TestDataset.Rating("1", 5)).Predict("1", "5.0").Evaluate(new EvaluationOptions { Parse = ParseOptions.Strict });

        Assert.Equal((1, 0), (report.Cells[0].Validity.Unread, report.Cells[0].Validity.Read));
        Assert.Equal(double.NaN, Metric(report, "rmse").All.Score);
    }

    [Fact]
    public void An_attribute_counts_where_it_is_known_and_one_that_the_prediction_lacks_is_wrong()
    {
        var report = data
            .Cell(
                "a",
                TestDataset.Attributes("1", new(Gender: "F", Age: 30)),
                TestDataset.Attributes("2", new(Gender: "M")),
                TestDataset.Attributes("3", new(Gender: "F", Age: 40)))
            .Predict("1", "gender: F\nage: 33")
            .Predict("2", "gender: F\nage: 20")
            .Predict("3", "age: 44")
            .Evaluate();

        var gender = Metric(report, "accuracy", "Gender");
        Assert.Equal((1 / 3.0, 3), (gender.All.Score, gender.All.Count));
        Assert.Equal((0.5, 2), (gender.Read.Score, gender.Read.Count));
        var age = Metric(report, "rmse", "Age");
        Assert.Equal(Math.Sqrt((9 + 16) / 2.0), age.All.Score, 12);
        Assert.Equal((2, 2), (age.All.Count, age.Expected));
        Assert.Equal(0, Metric(report, "accuracy", "Country").Expected);
        Assert.Equal(double.NaN, Metric(report, "accuracy", "Country").All.Score);
    }

    [Fact]
    public void The_chance_level_stands_beside_each_ranking_metric_and_nothing_else()
    {
        var report = data.Cell("a", TestDataset.NextItem("1"), TestDataset.NextItem("2")).Cell("a", TestDataset.TopK("3")).Cell("a", TestDataset.Rating("4", 1)).Evaluate();

        Assert.Equal(0.2, Metric(report, "hit@1", "Choice").Chance!.Value, 12);
        Assert.Equal(0.5, Metric(report, "hit@1", ofAnswer: true).Chance!.Value, 12);
        Assert.Null(Metric(report, "rmse").Chance);
    }

    [Fact]
    public void A_subtask_of_another_assembly_is_measured_by_the_conventions_that_it_names()
    {
        var report = data
            .Cell<TwoTexts, TwoTexts.Answer>("mine", new Instance<TwoTexts, TwoTexts.Answer>("1", new TwoTexts("Who?")) { Answer = new("Anna", "one two three") })
            .Predict("1", "first: ANNA.\nsecond: one two four")
            .Evaluate();

        Assert.Equal(1, Metric(report, "accuracy").All.Score);
        Assert.Equal(2 / 3.0, Metric(report, "rouge-1").All.Score, 1e-7);
        Assert.Equal(2 / 3.0, Metric(report, "corpus-bleu-1").All.Score, 12);
        Assert.Empty(report.RootTasks);
        Assert.Null(report.Interaction.Value);
    }

    [Fact]
    public void A_text_that_is_missing_counts_as_empty_in_a_corpus_BLEU()
    {
        Instance<TwoTexts, TwoTexts.Answer> Instance(string id) => new(id, new TwoTexts("Who?")) { Answer = new("Anna", "one two three") };
        var report = data.Cell("mine", Instance("1"), Instance("2")).Predict("1", "first: Anna\nsecond: one two three").Evaluate();

        // Three words against six: a brevity penalty of e^(1 − 6/3). NLTK counts an empty text as one word, of which none matches: 3/4.
        Assert.Equal(0.75 * Math.Exp(-1), Metric(report, "corpus-bleu-1").All.Score, 12);
        Assert.Equal(1, Metric(report, "corpus-bleu-1").Read.Score, 12);
    }

    [Fact]
    public void Sources_of_a_subtask_are_pooled_by_instance_and_so_are_subtasks_of_a_root_task()
    {
        var report = data
            .Cell("a", TestDataset.NextItem("1"), TestDataset.NextItem("2"), TestDataset.NextItem("3"))
            .Cell("b", TestDataset.NextItem("4"))
            .Cell("b", TestDataset.TopK("5"))
            .Predict("1", "Song 3").Predict("2", "Song 1").Predict("3", "Song 1").Predict("4", "Song 3")
            .Predict("5", "1. Film 4\n2. Film 2\n3. Film 1\n4. Film 3")
            .Evaluate();

        var pooled = Assert.Single(report.Subtasks.Single(static group => group.Name == "next-item").Metrics);
        Assert.Equal((0.5, 4, "Choice"), (pooled.All.Score, pooled.All.Count, pooled.Slot));
        var root = Assert.Single(report.RootTasks);
        Assert.Equal("UserItemInteraction", root.Name);
        Assert.Equal(5, root.Validity.Instances);
        var hit = root.Metrics.Single(static metric => metric.Name == "hit@1");
        Assert.Equal((0.6, 5, null), (hit.All.Score, hit.All.Count, hit.Slot));
        Assert.Equal(((4 * 0.2) + 0.5) / 5, hit.Chance!.Value, 12);
    }

    [Fact]
    public void Two_runs_are_compared_over_the_instances_that_both_scored()
    {
        Instance<NextItemRecommendation, NextItemRecommendation.Answer>[] instances = [.. Enumerable.Range(0, 40).Select(static id => TestDataset.NextItem($"{id}"))];
        using var other = new TestDataset();
        data.Cell("a", instances.AsSpan());
        other.Cell("a", instances.AsSpan()[5..]);
        foreach (var id in Enumerable.Range(0, 40))
        {
            data.Predict($"{id}", "Song 3");
            other.Predict($"{id}", id % 2 == 0 ? "Song 3" : "Song 1");
        }

        var (mine, theirs) = (Metric(data.Evaluate(), "hit@1").All, Metric(other.Evaluate(), "hit@1").All);
        var (difference, count) = mine.Compare(theirs);

        Assert.Equal(35, count);
        Assert.Equal(18 / 35.0, difference.Difference, 12);
        Assert.True(difference.Interval.Excludes(0));
        Assert.True(mine.Wilcoxon(theirs).PValue < 0.001);
        Assert.Equal(18, mine.Wilcoxon(theirs).Count);
    }

    [Fact]
    public void Instances_without_a_known_answer_are_not_scored_and_said()
    {
        var report = data.Cell("a", TestDataset.NextItem("1"), TestDataset.NextItem("2") with { Answer = null }).Predict("1", "Song 3").Predict("2", "Song 3").Evaluate();

        Assert.Equal((1, 1), (report.Cells[0].Validity.Instances, report.Cells[0].Validity.Unlabelled));
        Assert.Contains("1 instances have no known answer", Assert.Single(report.Notes));
    }

    [Fact]
    public void Predictions_for_unknown_instances_are_not_scored_and_said()
    {
        var report = data.Cell("a", TestDataset.NextItem("1")).Predict("1", "Song 3").Predict("x", "Song 3").Predict("y", "Song 3").Evaluate();

        Assert.Equal(["x", "y"], report.UnknownIds);
        Assert.Equal("2 predictions have an id that no evaluated instance has, and are not scored: x, y.", Assert.Single(report.Findings));
    }

    [Fact]
    public void Predictions_made_with_another_template_are_said()
    {
        var report = data
            .Cell("a", TestDataset.NextItem("1"), TestDataset.NextItem("2"))
            .Predict("1", "Song 3", NextItemRecommendation.Descriptor.TemplateHash)
            .Predict("2", "Song 3", "0000")
            .Evaluate();

        Assert.Contains("1 predictions were made with another template", Assert.Single(report.Findings));
    }

    [Fact]
    public void An_instance_of_a_ranking_without_relevance_is_refused_with_its_line()
    {
        data.Cell("a", TestDataset.TopK("1"), TestDataset.TopK("2") with { Relevance = [] });

        Assert.Equal("top-k.a.test.jsonl:2: it has no \"relevance\", by which Ranking is measured.", Assert.Throws<DatasetFormatException>(() => data.Evaluate()).Message);
    }

    [Fact]
    public void A_choice_is_right_if_the_candidate_matters_whichever_the_known_answer_names()
    {
        var report = data.Cell("a", TestDataset.NextItem("1") with { Relevance = [0, 1, 1, 0, 0] }).Predict("1", "Song 2").Evaluate();

        Assert.Equal(1, Metric(report, "hit@1").All.Score);
        Assert.Equal(0.4, Metric(report, "hit@1").Chance!.Value, 12);
    }

    [Fact]
    public void Graded_relevance_is_taken_from_the_candidates_and_not_from_the_order_of_the_known_answer()
    {
        var report = data.Cell("a", TestDataset.TopK("1") with { Relevance = [3, 0, 0, 1] }).Predict("1", "1. Film 4\n2. Film 1\n3. Film 2\n4. Film 3").Evaluate();

        Assert.Equal((1 + (3 / Math.Log2(3))) / (3 + (1 / Math.Log2(3))), Metric(report, "ndcg@10").All.Score, 12);
    }

    [Fact]
    public void An_instance_that_stands_in_the_dataset_twice_is_refused()
    {
        data.Cell("a", TestDataset.NextItem("1")).Cell("b", TestDataset.NextItem("1"));

        Assert.Equal("next-item.b.test.jsonl:1: the id \"1\" stands in the dataset twice.", Assert.Throws<DatasetFormatException>(() => data.Evaluate()).Message);
    }

    [Fact]
    public void A_file_of_an_unknown_subtask_is_refused()
    {
        InstanceFile[] files = [new(new InstanceFileName("juggling", "a", Split.Test), "", "juggling.a.test.jsonl")];

        var error = Assert.Throws<DatasetFormatException>(() => Evaluator.Evaluate(files, TestDataset.Known, data.Predictions()));

        Assert.Contains("its subtask \"juggling\" is not known; known are", error.Message);
    }

    [Theory]
    [InlineData("misspelt-metric", "Subtask misspelt-metric: \"rsme\" is not a metric; did you mean \"rmse\"?")]
    [InlineData("unfitting-metric", "Subtask unfitting-metric: \"ndcg@10\" cannot measure Number, which holds a number.")]
    [InlineData("day-metric", "Subtask day-metric: \"rmse\" cannot measure Day, which holds a date.")]
    [InlineData("list-metric", "Subtask list-metric: \"mae\" cannot measure Years, which holds a list of values.")]
    [InlineData("set-metric", "Subtask set-metric: \"rmse\" cannot measure IsNew, which holds a value of a closed set.")]
    [InlineData("unclear-metric", "could measure Low or High; declare it on the slot that is meant.")]
    [InlineData("homeless-metric", "is declared on the answer, which has no slot that it can measure.")]
    public void A_metric_that_cannot_be_computed_is_refused_before_anything_is_scored(string subtask, string reason)
    {
        Assert.True(TestDataset.Known.TryFind(subtask, out var descriptor));

        Assert.Contains(reason, Assert.Throws<UnknownMetricException>(() => MetricPlan.Of(descriptor, MetricPreset.Paper)).Message);
    }

    [Fact]
    public void Every_metric_that_the_papers_subtasks_declare_is_known_in_every_preset() =>
        Assert.All(MetricPreset.All, static preset => Assert.All(Itdr.Subtasks.SubtaskCatalog.All, descriptor => Assert.NotEmpty(MetricPlan.Of(descriptor, preset))));

    private static MetricResult Metric(EvaluationReport report, string name, string? slot = null, bool ofAnswer = false) =>
        report.Cells.SelectMany(static cell => cell.Metrics).First(metric => metric.Name == name && (slot is null || metric.Slot == slot) && !(ofAnswer && metric.Slot is not null));
}
