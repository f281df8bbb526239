using System.Text;
using Itdr.Instances;
using Itdr.Subtasks;
using Itdr.Testing;

namespace Itdr.Evaluation.Tests;

/// <summary>Instance files of invented instances, and predictions for them.</summary>
internal sealed class TestDataset : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<InstanceFile> files = [];
    private readonly MemoryStream predictions = new();

    public IReadOnlyList<InstanceFile> Files => files;

    public static SubtaskSet Known { get; } = new(Itdr.Subtasks.SubtaskCatalog.All, SubtaskCatalog.All);

    /// <summary>Writes the instance file of one cell.</summary>
    public TestDataset Cell<TSubtask, TAnswer>(string source, params ReadOnlySpan<Instance<TSubtask, TAnswer>> instances)
        where TSubtask : ISubtask<TSubtask, TAnswer> => Cell(source, Split.Test, instances);

    /// <summary>Writes the instance file of one cell and split.</summary>
    public TestDataset Cell<TSubtask, TAnswer>(string source, Split split, params ReadOnlySpan<Instance<TSubtask, TAnswer>> instances)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var name = new InstanceFileName(TSubtask.Descriptor.Id, source, split);
        using var stream = File.Create(Path.Combine(folder.Path, name.ToString()));
        using var writer = new InstanceWriter<TSubtask, TAnswer>(stream);
        foreach (var instance in instances)
        {
            writer.Write(instance);
        }

        writer.Flush();
        files.Add(new InstanceFile(name, folder.Path, name.ToString()));
        return this;
    }

    public TestDataset Predict(string id, string? text, string? templateHash = null)
    {
        using var writer = new PredictionWriter(predictions);
        writer.Write(new Prediction(id, text, templateHash));
        writer.Flush();
        return this;
    }

    public TestDataset PredictRaw(string line)
    {
        predictions.Write(Encoding.UTF8.GetBytes(line));
        return this;
    }

    public EvaluationReport Evaluate(EvaluationOptions? options = null) => Evaluator.Evaluate(files, Known, Predictions(), options);

    public PredictionSet Predictions() => PredictionSet.Read(new MemoryStream(predictions.ToArray()), "run.jsonl");

    public void Dispose() => folder.Dispose();

    public static Instance<TopKRecommendation, TopKRecommendation.Answer> TopK(string id)
    {
        Item[] candidates = [.. Enumerable.Range(1, 4).Select(static number => new Item($"Film {number}"))];
        return new(id, new TopKRecommendation(ItemDomain.Movies, [new Item("Seen")], candidates))
        {
            // The second and the fourth are the positives.
            Answer = new([candidates[3], candidates[1], candidates[0], candidates[2]]),
            Relevance = [0, 1, 0, 1],
        };
    }

    public static Instance<NextItemRecommendation, NextItemRecommendation.Answer> NextItem(string id)
    {
        Item[] candidates = [.. Enumerable.Range(1, 5).Select(static number => new Item($"Song {number}"))];
        return new(id, new NextItemRecommendation(ItemDomain.Artists, [new Item("Heard")], candidates)) { Answer = new(candidates[2]), Relevance = [0, 0, 1, 0, 0] };
    }

    public static Instance<RatingPrediction, RatingPrediction.Answer> Rating(string id, decimal rating) =>
        new(id, new RatingPrediction(ItemDomain.Movies, RatingScale.FivePoints, [], new Item("Next"))) { Answer = new(rating) };

    public static Instance<UserAttributePrediction, UserAttributePrediction.Answer> Attributes(string id, UserAttributePrediction.Answer answer) =>
        new(id, new UserAttributePrediction(ItemDomain.Movies, [new Item("Seen")], ["gender", "age"])) { Answer = answer };
}
