using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Itdr.Instances;

namespace Itdr.Evaluation;

/// <summary>The predictions of one run, by the id of the instance.</summary>
public sealed class PredictionSet
{
    private readonly Dictionary<string, Prediction> byId = new(StringComparer.Ordinal);

    private PredictionSet(string file) => File = file;

    /// <summary>The name of the file in messages.</summary>
    public string File { get; }

    /// <summary>The number of predictions.</summary>
    public int Count => byId.Count;

    /// <summary>The ids of the instances that there are predictions for, in the order of the file.</summary>
    public IEnumerable<string> Ids => byId.Keys;

    /// <summary>The models that wrote the predictions, as far as it was noted, each once.</summary>
    public IReadOnlyList<string> Models => [.. byId.Values.Select(static prediction => prediction.Model).OfType<string>().Distinct()];

    /// <summary>All predictions, in the order of the file.</summary>
    public IEnumerable<Prediction> All => byId.Values;

    /// <summary>Reads a predictions file: one object a line with <c>id</c>, <c>text</c> and perhaps <c>templateHash</c> and <c>model</c>; other fields are passed over.</summary>
    /// <param name="stream">The bytes; it is disposed.</param>
    /// <param name="file">The name of the file in messages.</param>
    /// <exception cref="DatasetFormatException">A line is not a prediction, an id stands there twice, or the file is cut in the middle of a line.</exception>
    public static PredictionSet Read(Stream stream, string file)
    {
        var set = new PredictionSet(file);
        var linesOfIds = new Dictionary<string, long>(StringComparer.Ordinal);
        using var lines = new JsonLinesReader(stream, file);
        while (lines.Read())
        {
            var prediction = ReadPrediction(lines);
            if (!set.byId.TryAdd(prediction.Id, prediction))
            {
                throw lines.Error($"the id \"{prediction.Id}\" has a prediction already in line {linesOfIds[prediction.Id]}; keep one of them");
            }

            linesOfIds.Add(prediction.Id, lines.Line);
        }

        return set;
    }

    /// <summary>Takes predictions that are at hand.</summary>
    /// <param name="predictions">The predictions.</param>
    /// <param name="name">What messages call them.</param>
    /// <exception cref="ArgumentException">An id stands there twice.</exception>
    public static PredictionSet Of(IEnumerable<Prediction> predictions, string name)
    {
        var set = new PredictionSet(name);
        foreach (var prediction in predictions)
        {
            set.byId.Add(prediction.Id, prediction);
        }

        return set;
    }

    /// <summary>Finds the prediction for an instance.</summary>
    /// <param name="id">The id of the instance.</param>
    /// <param name="prediction">The prediction.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFind(string id, [NotNullWhen(true)] out Prediction? prediction) => byId.TryGetValue(id, out prediction);

    private static Prediction ReadPrediction(JsonLinesReader lines)
    {
        var id = Text(lines, PredictionFields.Id) ?? throw lines.Error($"the prediction has no \"{PredictionFields.Id}\"");
        if (!lines.Root.TryGetProperty(PredictionFields.Text, out _))
        {
            throw lines.Error($"the prediction has no \"{PredictionFields.Text}\"; write null if the model gave none");
        }

        return new Prediction(id, Text(lines, PredictionFields.Text), Text(lines, PredictionFields.TemplateHash)) { Model = Text(lines, PredictionFields.Model) };
    }

    private static string? Text(JsonLinesReader lines, string field)
    {
        if (!lines.Root.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? LooseJsonText.Of(value) : throw lines.Error($"\"{field}\" is not a text");
    }
}
