using System.Text.Json;
using System.Text.Json.Serialization;
using Itdr.Cli.Running;
using Itdr.Datasets;

namespace Itdr.Cli.Experiments;

/// <summary>A study as its author declares it: who is compared, over which views of which data.</summary>
internal sealed record ExperimentFile
{
    /// <summary>The name of <see cref="Study"/> that stands for all of the paper's views.</summary>
    public const string PaperStudy = "paper";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The dataset folder, relative to the file.</summary>
    public required string Dataset { get; init; }

    /// <summary>The folder of the study, relative to the file.</summary>
    public required string Out { get; init; }

    /// <summary>The models that are tuned elsewhere; their predictions are picked up.</summary>
    public IReadOnlyList<string> Models { get; init; } = [];

    /// <summary>The baselines, which are fitted and asked here.</summary>
    public IReadOnlyList<string> Baselines { get; init; } = [];

    /// <summary>The views of the data.</summary>
    public IReadOnlyList<ExperimentView> Views { get; init; } = [];

    /// <summary><c>paper</c> for the views of the paper's studies, before <see cref="Views"/>.</summary>
    public string? Study { get; init; }

    /// <summary>The export format that the trainer reads.</summary>
    public string Format { get; init; } = "alpaca";

    /// <summary>Reads a study.</summary>
    /// <exception cref="UsageException">There is no such file, or it is no study.</exception>
    public static ExperimentFile Read(string file)
    {
        if (!File.Exists(file))
        {
            throw new UsageException($"{file} does not exist; itdr experiment takes a JSON file with dataset, out, models, baselines and views.");
        }

        try
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
            var text = File.ReadAllText(file);
            if (PlaceOfNull(JsonSerializer.Deserialize<JsonElement>(text, Json), "$") is { } place)
            {
                throw new UsageException($"{file}: null stands at {place}; leave it out, or give it a value.");
            }

            var read = JsonSerializer.Deserialize<ExperimentFile>(text, Json)!;
            read.Require(file);
            return read with { Dataset = Path.Combine(folder, read.Dataset), Out = Path.Combine(folder, read.Out) };
        }
        catch (JsonException error)
        {
            throw new UsageException($"{file}:{error.LineNumber + 1}: it is no study at {error.Path ?? "$"}: {error.Message.Split(" Path: ")[0].TrimEnd('.')}.", error);
        }
    }

    private static string? PlaceOfNull(JsonElement value, string place) => value.ValueKind switch
    {
        JsonValueKind.Null => place,
        JsonValueKind.Object => value.EnumerateObject().Select(field => PlaceOfNull(field.Value, $"{place}.{field.Name}")).FirstOrDefault(static found => found is not null),
        JsonValueKind.Array => value.EnumerateArray().Select((item, index) => PlaceOfNull(item, $"{place}[{index}]")).FirstOrDefault(static found => found is not null),
        _ => null,
    };

    private void Require(string file)
    {
        foreach (var name in Models.Concat(Views.Select(static view => view.Name)).Where(static name => !ExperimentView.IsName(name)))
        {
            throw new UsageException($"{file}: \"{name}\" cannot be part of a file name; use letters, digits, -, _ and dots.");
        }

        foreach (var baseline in Baselines)
        {
            BaselineChoice.Find(baseline);
        }

        if (!DatasetExporter.Formats.Any(format => format.Name == Format))
        {
            throw new UsageException($"{file}: there is no export format {Format}; there is {string.Join(", ", DatasetExporter.Formats.Select(static format => format.Name))}.");
        }

        if (Study is not (null or PaperStudy))
        {
            throw new UsageException($"{file}: there is no study \"{Study}\"; there is \"{PaperStudy}\".");
        }

        if (Models.Count + Baselines.Count == 0)
        {
            throw new UsageException($"{file}: it names neither models nor baselines.");
        }

        if (Models.Concat(Baselines).GroupBy(static name => name).FirstOrDefault(static group => group.Count() > 1) is { } twice)
        {
            throw new UsageException($"{file}: \"{twice.Key}\" is named twice.");
        }
    }
}
