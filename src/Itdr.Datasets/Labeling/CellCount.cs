namespace Itdr.Datasets.Labeling;

/// <summary>Counts what comes of the instances of one cell.</summary>
internal sealed class CellCount
{
    private readonly Dictionary<LabelVerdict, long> verdicts = [];

    public long Instances { get; set; }

    public long FromJournal { get; set; }

    public long Failed { get; set; }

    public void Add(LabelVerdict verdict) => verdicts[verdict] = verdicts.GetValueOrDefault(verdict) + 1;

    /// <summary>What was no label, by reason in words.</summary>
    public SortedDictionary<string, long> Refused => new(
        verdicts.Where(static pair => pair.Key != LabelVerdict.Label).ToDictionary(static pair => pair.Key.Text(), static pair => pair.Value), StringComparer.Ordinal);

    public LabelledCell ToReport(CellName cell, long labels) => new(cell, Instances, labels, FromJournal, Refused, Failed);
}
