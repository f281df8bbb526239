namespace Itdr.Datasets;

/// <summary>What came of a build.</summary>
/// <param name="Cells">The cells, ordered by subtask and then by source.</param>
/// <param name="Sources">The sources, ordered by name.</param>
public sealed record BuildReport(IReadOnlyList<CellReport> Cells, IReadOnlyList<SourceReport> Sources)
{
    /// <summary>The number of instances in all cells.</summary>
    public long Instances => Cells.Sum(static cell => cell.Instances);
}

/// <summary>What was read of one source.</summary>
/// <param name="Name">The name of the source.</param>
/// <param name="Recognised">What was found in its folder.</param>
/// <param name="Files">What was read from each file.</param>
public sealed record SourceReport(string Name, string Recognised, IReadOnlyList<FileReport> Files);
