using System.Globalization;

namespace Itdr.Evaluation.Tests;

public class PublishedAggregateTests
{
    private static readonly Dictionary<string, string> Subtasks = new()
    {
        ["Rating Prediction"] = "rating-prediction",
        ["Top-K Recommendation"] = "top-k",
        ["Cross-Domain Recommendation"] = "cross-domain",
        ["Next Item Recommendation"] = "next-item",
        ["User Attribute Prediction"] = "user-attributes",
        ["Interest Recognition"] = "interest-recognition",
        ["Target User Identification"] = "target-users",
    };

    private static readonly Dictionary<string, (string Metric, string? Slot)> Metrics = new()
    {
        ["RMSE"] = ("rmse", "Rating"),
        ["N@10"] = ("ndcg@10", null),
        ["H@1"] = ("hit@1", null),
        ["P@5"] = ("precision@5", null),
        ["ACC(country)"] = ("accuracy", "Country"),
        ["ACC(location)"] = ("accuracy", "Location"),
        ["ACC(gender)"] = ("accuracy", "Gender"),
        ["ACC(age group)"] = ("accuracy", "AgeGroup"),
        ["ACC(occupation)"] = ("accuracy", "Occupation"),
        ["RMSE(age)"] = ("rmse", "Age"),
        ["RMSE(Birth year)"] = ("rmse", "BirthYear"),
        ["BLEU-1"] = ("bleu-1", null),
        ["BLEU-2"] = ("bleu-2", null),
        ["ROUGE-1"] = ("rouge-1", null),
        ["ROUGE-2"] = ("rouge-2", null),
        ["ROUGE-L"] = ("rouge-l", null),
    };

    // The published scores are multiples of 1/n for these n; all other cells were scored over 250 examples.
    private static readonly Dictionary<(string Subtask, string Source), int> Scored = new()
    {
        [("rating-prediction", "BookCrossing")] = 185,
        [("rating-prediction", "Yelp")] = 228,
        [("top-k", "Amazon Reviews 2023")] = 236,
        [("next-item", "Amazon Reviews 2023")] = 231,
        [("user-attributes", "Last.FM 1K")] = 37,
        [("user-attributes", "MovieLens 1M")] = 240,
    };

    // Of the eleven runs whose cells are published, these do not reproduce: untuned models lost unreadable ratings,
    // which changes the weights, and the table of untuned LLaMA has a BLEU-2 above its BLEU-1, which cannot be.
    private static readonly Dictionary<(string Model, string Setting, string Aggregate), double> Departures = new()
    {
        [("LLaMA-3.2-3B", "No FT", "pUII")] = 0.17,
        [("LLaMA-3.2-3B", "No FT", "pUIU")] = 0.22,
        [("GLM-4-9B", "No FT", "pUII")] = 0.03,
        [("GLM-4-9B", "No FT", "pUIU")] = 0.08,
        [("Qwen2.5-7B-Instruct", "No FT", "pUII")] = 0.03,
    };

    // The figure of the data-scale study, which the file of results does not hold.
    private static readonly (string Setting, double Interaction, double Understanding)[] DataScale =
    [
        ("FT 25% data", 67.33, 30.24), ("FT 50% data", 68.90, 31.03), ("FT 75% data", 69.84, 30.68),
    ];

    [PublishedFact]
    public void The_published_cells_give_the_published_aggregates()
    {
        var rows = Read();
        var published = rows.Where(static row => row[3] is "pUII" or "pUIU").ToList();
        Assert.Equal(16, published.Count);
        foreach (var row in published)
        {
            var tolerance = Departures.GetValueOrDefault((row[4], row[5], row[3]), 0.02);
            RequireNear(Value(row), Aggregate(rows, row[4], row[5], row[3]), tolerance, $"{row[3]} of {row[4]}, {row[5]}");
        }
    }

    [PublishedFact]
    public void The_published_cells_give_the_aggregates_of_the_data_scale_study()
    {
        var rows = Read();
        foreach (var (setting, interaction, understanding) in DataScale)
        {
            RequireNear(interaction, Aggregate(rows, "GLM-4-9B", setting, "pUII"), 0.02, $"pUII of {setting}");
            RequireNear(understanding, Aggregate(rows, "GLM-4-9B", setting, "pUIU"), 0.02, $"pUIU of {setting}");
        }
    }

    private static void RequireNear(double published, double computed, double tolerance, string what) =>
        Assert.True(Math.Abs(published - computed) <= tolerance, $"{what}: published {published}, computed {computed:F4}.");

    private static double Aggregate(List<string[]> rows, string model, string setting, string name)
    {
        var cells = rows.Where(row => row[4] == model && row[5] == setting && Metrics.ContainsKey(row[3])).Select(static row => Cell(row));
        var aggregate = name == "pUII" ? PaperAggregate.UserItemInteraction(cells) : PaperAggregate.UserItemUnderstanding(cells);
        return aggregate.Value ?? throw new InvalidOperationException(string.Join(' ', aggregate.Problems));
    }

    private static CellScore Cell(string[] row)
    {
        var (metric, slot) = Metrics[row[3]];
        var subtask = Subtasks[row[1]];
        return new CellScore(subtask, row[2], metric, slot, Value(row), Scored.GetValueOrDefault((subtask, row[2]), 250));
    }

    private static double Value(string[] row) => double.Parse(row[6], CultureInfo.InvariantCulture);

    private static List<string[]> Read() => [.. File.ReadLines(PublishedFactAttribute.Path!).Skip(1).Select(static line => line.Split(','))];
}
