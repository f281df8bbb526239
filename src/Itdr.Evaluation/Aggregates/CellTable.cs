namespace Itdr.Evaluation;

/// <summary>The scores of cells, looked up for the terms of an aggregate.</summary>
internal sealed class CellTable
{
    private readonly List<CellScore> cells;

    public CellTable(IEnumerable<CellScore> cells)
    {
        this.cells = [.. cells.Where(static cell => cell.Count > 0)];
        var seen = new HashSet<(string, string, string, string?)>();
        foreach (var cell in this.cells)
        {
            if (!seen.Add((cell.Subtask, cell.Source, cell.Metric, cell.Slot)))
            {
                throw new ArgumentException($"{cell.Metric} of {cell.Subtask}/{cell.Source} is given twice.", nameof(cells));
            }
        }
    }

    /// <summary>The mean over all instances of all sources, which may measure different slots if none is named.</summary>
    public AggregateTerm Mean(string subtask, string metric, string? slot = null) =>
        Term(subtask, metric, slot, static found => found.Sum(static cell => cell.Value * cell.Count) / found.Sum(static cell => (double)cell.Count));

    /// <summary>−log10 of the RMSE over all instances of all sources.</summary>
    public AggregateTerm PooledLogarithm(string subtask, string metric) => Term(subtask, metric, null, static found =>
        -Math.Log10(Math.Sqrt(found.Sum(static cell => cell.Value * cell.Value * cell.Count) / found.Sum(static cell => (double)cell.Count))));

    /// <summary>The mean over the sources of −log10 of their RMSE.</summary>
    public AggregateTerm MeanLogarithm(string subtask, string metric) =>
        Term(subtask, metric, null, static found => found.Average(static cell => -Math.Log10(cell.Value)));

    private AggregateTerm Term(string subtask, string metric, string? slot, Func<List<CellScore>, double> compute)
    {
        var name = slot is null ? $"{subtask} {metric}" : $"{subtask} {metric} of {slot}";
        var found = cells.FindAll(cell => cell.Subtask == subtask && cell.Metric == metric && (slot is null || cell.Slot == slot));
        if (found.Count == 0)
        {
            return new AggregateTerm(name, null, "no instance was scored");
        }

        var value = compute(found);
        return double.IsFinite(value) ? new AggregateTerm(name, value) : new AggregateTerm(name, null, "the value is not finite; an RMSE of 0, for one, has no logarithm");
    }
}
