namespace Itdr.Datasets.Checking;

/// <summary>Counts, rule by rule, what was tried and what was found.</summary>
internal sealed class CheckLedger(int examples)
{
    private readonly Dictionary<CheckRule, Entry> entries = CheckRule.All.ToDictionary(static rule => rule, static _ => new Entry());

    /// <summary>Counts things that a rule is tried on.</summary>
    public void Try(CheckRule rule, long count = 1) => entries[rule].Checked += count;

    /// <summary>Notes that a rule does not hold.</summary>
    public void Find(CheckRule rule, string file, long? line, string problem)
    {
        var entry = entries[rule];
        entry.Findings++;
        if (entry.Examples.Count < examples)
        {
            entry.Examples.Add(new CheckFinding(file, line, problem));
        }
    }

    /// <summary>What came of every rule.</summary>
    public IReadOnlyList<CheckResult> Results =>
        [.. CheckRule.All.Select(rule => new CheckResult(rule, entries[rule].Checked, entries[rule].Findings, entries[rule].Examples))];

    private sealed class Entry
    {
        public long Checked { get; set; }

        public long Findings { get; set; }

        public List<CheckFinding> Examples { get; } = [];
    }
}
