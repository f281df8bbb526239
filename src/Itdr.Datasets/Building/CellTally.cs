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

    /// <summary>The eligible users or items that were taken.</summary>
    public int Eligible { get; private set; }

    /// <summary>The instances that were written without a label.</summary>
    public int Unlabelled { get; private set; }

    /// <summary>Instances dropped because another one has the same prompt.</summary>
    public int SamePrompt { get; private set; }

    /// <summary>Negatives that share no category with a positive though they should.</summary>
    public int NegativesOfOtherCategories { get; private set; }

    /// <summary>Counts what became of one user or item; they come in the order of sampling.</summary>
    public void Count(Outcome outcome)
    {
        Eligible++;
        if (outcome.Refusal is { } reason)
        {
            refused[reason] = refused.TryGetValue(reason, out var known) ? (known.Count + 1, known.Example) : (1, outcome.Detail);
        }
        else if (outcome.Split is { } split)
        {
            var tally = splits.GetValueOrDefault(split);
            splits[split] = new SplitTally(
                tally.Instances + 1, tally.PromptCharacters + outcome.PromptCharacters, tally.LabelCharacters + outcome.LabelCharacters);
            Unlabelled += outcome.LabelCharacters == 0 ? 1 : 0;
            NegativesOfOtherCategories += outcome.NegativesOfOtherCategories;
        }
        else
        {
            SamePrompt++;
        }
    }

    /// <summary>The tally for the report.</summary>
    public CellReport ToReport(CellName cell) => new()
    {
        Cell = cell,
        Eligible = Eligible,
        Splits = SplitNames.All.ToDictionary(static split => split, split => splits.GetValueOrDefault(split).Instances),
        Refused = [.. refused.Select(static pair => new Refusal(pair.Key, pair.Value.Count, pair.Value.Example))],
        SamePrompt = SamePrompt,
        NegativesOfOtherCategories = NegativesOfOtherCategories,
    };
}
