namespace Itdr.Evaluation;

/// <summary>What is known of a baseline by its name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Description">What it does, as one sentence.</param>
/// <param name="NeedsTexts">Whether it searches the training prompts; see <see cref="TrainingEvidence.Read"/>.</param>
public sealed record BaselineInfo(string Name, string Description, bool NeedsTexts = false);

/// <summary>All baselines: recommenders without a model, that answer through the same labels and parsers as one.</summary>
public static class BaselineCatalog
{
    private static readonly Dictionary<string, Entry> Entries = new Entry[]
    {
        new(new("random", "Draws every answer."), static (_, seed) => new RandomBaseline(seed)),
        new(new("popularity", "Ranks candidates by the number of users in the train split."), static (evidence, _) => new PopularityBaseline(evidence.Interactions)),
        new(new("co-occurrence", "Ranks candidates by the users that they share with the items in the task."), static (evidence, _) => new CoOccurrenceBaseline(evidence.Interactions)),
        new(new("user-mean", "Answers the mean of the user's own ratings in the task."), static (_, _) => new UserMeanBaseline()),
        new(new("item-mean", "Answers the item's mean rating in the train split."), static (_, _) => new RatingBaseline(BiasOptions.ItemMeans)),
        new(new("bias", "Answers global mean + item bias + user bias, regularised by 10 and 5."), static (_, _) => new RatingBaseline(BiasOptions.ItemsAndUsers)),
        new(new("majority", "Answers what most train answers hold; of numbers, their mean."), static (_, _) => new MajorityBaseline()),
        new(new("nearest", "Answers as the train task with the nearest prompt by BM25.", NeedsTexts: true), static (_, _) => new NearestTextBaseline()),
        new(new("mixed", "The best suited of the others for each slot.", NeedsTexts: true), static (evidence, _) => new MixedBaseline(evidence.Interactions)),
    }.ToDictionary(static entry => entry.Info.Name, StringComparer.Ordinal);

    /// <summary>The baselines, in the order in which everything lists them.</summary>
    public static IReadOnlyList<BaselineInfo> All { get; } = [.. Entries.Values.Select(static entry => entry.Info)];

    /// <summary>Makes a baseline.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="evidence">What it learns from.</param>
    /// <param name="seed">What decides everything drawn; only <c>random</c> draws.</param>
    /// <exception cref="ArgumentException">There is no baseline of that name.</exception>
    public static Baseline Fit(string name, TrainingEvidence evidence, ulong seed = 42) => Entries.TryGetValue(name, out var entry)
        ? new Baseline(entry.Info, entry.Create(evidence, seed), evidence)
        : throw new ArgumentException(NoneOf(name), nameof(name));

    /// <summary>That there is no baseline of a name, and which there are.</summary>
    internal static string NoneOf(string name) => $"There is no baseline {(name.Length == 0 ? "without a name" : name)}; there is {string.Join(", ", Entries.Keys)}.";

    internal static bool Knows(string name) => Entries.ContainsKey(name);

    private sealed record Entry(BaselineInfo Info, Func<TrainingEvidence, ulong, SlotBaseline> Create);
}
