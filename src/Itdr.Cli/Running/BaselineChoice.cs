using System.Globalization;
using Itdr.Cli.Parsing;
using Itdr.Cli.Terminal;
using Itdr.Evaluation;
using Itdr.Instances;

namespace Itdr.Cli.Running;

/// <summary>Fits baselines on the train split of a dataset.</summary>
internal static class BaselineChoice
{
    /// <summary>The seed of what a baseline draws, if none is given.</summary>
    public const long Seed = 42;

    /// <summary>The names of all baselines, for a help text.</summary>
    public static string Names => string.Join(", ", BaselineCatalog.All.Select(static baseline => baseline.Name));

    /// <summary>Finds a baseline.</summary>
    /// <exception cref="UsageException">There is none of that name.</exception>
    public static BaselineInfo Find(string name) =>
        BaselineCatalog.All.FirstOrDefault(known => known.Name == name) ?? throw Suggestion.Unknown("baseline", name, [.. BaselineCatalog.All.Select(static known => known.Name)]);

    /// <summary>Fits one baseline.</summary>
    /// <exception cref="UsageException">There is none of that name, or the dataset has no train split.</exception>
    public static ChosenRecommender Fit(string name, InstanceFolder dataset, SubtaskSet subtasks, long seed, Screen screen, CancellationToken cancellationToken)
    {
        var info = Find(name);
        var baseline = BaselineCatalog.Fit(info.Name, Learn(dataset, subtasks, info.NeedsTexts, screen, cancellationToken), unchecked((ulong)seed));
        var signature = seed == Seed ? info.Name : string.Create(CultureInfo.InvariantCulture, $"{info.Name}, seed {seed}");
        return new ChosenRecommender(baseline, signature) { WhyNot = baseline.WhyNot };
    }

    /// <summary>Reads the train split.</summary>
    /// <exception cref="UsageException">The dataset has no train split.</exception>
    public static TrainingEvidence Learn(
        InstanceFolder dataset, SubtaskSet subtasks, bool withTexts, Screen screen, CancellationToken cancellationToken, Func<InstanceFile, IReadOnlySet<string>?>? taken = null)
    {
        var files = dataset.Files.Where(static file => file.Name.Split == Split.Train).ToList();
        if (files.Count == 0)
        {
            throw new UsageException($"{dataset.Directory} has no train split, which baselines are fitted on.");
        }

        var begun = 0;
        return screen.Watch<InstanceFile, TrainingEvidence>(
            _ => new WorkStep("Reading the train split", begun++, files.Count),
            progress => TrainingEvidence.Read(files, subtasks, withTexts, taken, progress, cancellationToken));
    }
}
