using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>What was written of one cell into one split.</summary>
/// <param name="Instances">The number of instances.</param>
/// <param name="PromptCharacters">The UTF-16 code units of all user turns, instruction included.</param>
/// <param name="LabelCharacters">The UTF-16 code units of all labels.</param>
internal readonly record struct SplitTally(int Instances, long PromptCharacters, long LabelCharacters);

/// <summary>Counts what comes of one cell.</summary>
internal sealed class CellTally
{
    private readonly SortedDictionary<Split, SplitTally> splits = [];
    private readonly SortedDictionary<string, (int Count, string Example)> refused = new(StringComparer.Ordinal);

    /// <summary>What was written, by split; splits without an instance are left out.</summary>
    public IReadOnlyDictionary<Split, SplitTally> Splits => splits;

    /// <summary>Instances dropped because another one has the same prompt.</summary>
    public int SamePrompt { get; set; }

    /// <summary>Negatives that share no category with a positive though they should.</summary>
    public int NegativesOfOtherCategories { get; set; }

    /// <summary>Counts an instance that was written.</summary>
    public void Add(Split split, int promptCharacters, int labelCharacters)
    {
        var tally = splits.GetValueOrDefault(split);
        splits[split] = new SplitTally(
            tally.Instances + 1, tally.PromptCharacters + promptCharacters, tally.LabelCharacters + labelCharacters);
    }

    /// <summary>Counts an instance that was refused.</summary>
    public void Refuse(string reason, string example) =>
        refused[reason] = refused.TryGetValue(reason, out var known) ? (known.Count + 1, known.Example) : (1, example);

    /// <summary>The tally for the report.</summary>
    public CellReport ToReport(CellName cell, int eligible) => new()
    {
        Cell = cell,
        Eligible = eligible,
        Splits = SplitNames.All.ToDictionary(static split => split, split => splits.GetValueOrDefault(split).Instances),
        Refused = [.. refused.Select(static pair => new Refusal(pair.Key, pair.Value.Count, pair.Value.Example))],
        SamePrompt = SamePrompt,
        NegativesOfOtherCategories = NegativesOfOtherCategories,
    };
}
