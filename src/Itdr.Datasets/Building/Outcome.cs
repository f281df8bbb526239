using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>What became of one eligible user or item of a cell: an instance, or none and why.</summary>
/// <param name="Place">The place in the order of sampling among all that were taken, from 0.</param>
/// <param name="Subject">The id of the user or item in the source.</param>
internal sealed record Outcome(int Place, string Subject)
{
    /// <summary>Why there is no instance, as a clause; null if there is one or another has the same prompt.</summary>
    public string? Refusal { get; init; }

    /// <summary>What is said of the refusal.</summary>
    public string Detail { get; init; } = "";

    /// <summary>A hash of the prompt; null if there is none.</summary>
    public string? Prompt { get; init; }

    /// <summary>The split that the instance was written to; null if it was not.</summary>
    public Split? Split { get; init; }

    /// <summary>The UTF-16 code units of the user's turn.</summary>
    public int PromptCharacters { get; init; }

    /// <summary>The UTF-16 code units of the label.</summary>
    public int LabelCharacters { get; init; }

    /// <summary>The negatives that share no category with a positive though they should.</summary>
    public int NegativesOfOtherCategories { get; init; }

    /// <summary>The ids of the items that were drawn for a user and never touched.</summary>
    public IReadOnlyList<string> Negatives { get; init; } = [];
}
