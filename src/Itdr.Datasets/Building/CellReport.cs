using Itdr.Instances;

namespace Itdr.Datasets;

/// <summary>What came of one cell.</summary>
public sealed record CellReport
{
    /// <summary>The cell.</summary>
    public required CellName Cell { get; init; }

    /// <summary>The eligible users that were taken: all there are, or as many as the limit allows.</summary>
    public required int Eligible { get; init; }

    /// <summary>The instances of each split, by split.</summary>
    public required IReadOnlyDictionary<Split, int> Splits { get; init; }

    /// <summary>The instances that could not be made or whose label would not read back, by reason.</summary>
    public required IReadOnlyList<Refusal> Refused { get; init; }

    /// <summary>The instances that were dropped because another one has the same prompt.</summary>
    public required int SamePrompt { get; init; }

    /// <summary>The negatives that were drawn from any category, because the positives' categories had no item left.</summary>
    public required int NegativesOfOtherCategories { get; init; }

    /// <summary>The instances of all splits.</summary>
    public int Instances => Splits.Values.Sum();

    /// <summary>The instances of all reasons that were refused.</summary>
    public int RefusedInstances => Refused.Sum(static refusal => refusal.Count);
}

/// <summary>Instances that were refused for one reason.</summary>
/// <param name="Reason">Why, as a clause.</param>
/// <param name="Count">How many; at least 1.</param>
/// <param name="Example">What is said of the first one, its id included.</param>
public sealed record Refusal(string Reason, int Count, string Example);
