namespace Itdr.Datasets.Building;

/// <summary>A cell that was made.</summary>
/// <param name="Cell">The cell and its thresholds.</param>
/// <param name="Tally">What came of it.</param>
internal sealed record BuiltCell(PlannedCell Cell, CellTally Tally)
{
    /// <summary>The subtask and the source.</summary>
    public CellName Name => Cell.Cell.Info.Name;

    /// <summary>What came of it, for the report.</summary>
    public CellReport ToReport() => Tally.ToReport(Name);
}

/// <summary>A source that was read and made into cells.</summary>
/// <param name="Info">What is known of the source without its files.</param>
/// <param name="Recognised">What was found in its folder.</param>
/// <param name="Files">What was read, ordered by name.</param>
/// <param name="Cells">What was made.</param>
internal sealed record BuiltSource(SourceInfo Info, string Recognised, IReadOnlyList<ReadFile> Files, IReadOnlyList<BuiltCell> Cells)
{
    /// <summary>What was read, for the report.</summary>
    public SourceReport ToReport() => new(Info.Name, Recognised, [.. Files.Select(static file => file.ToReport())]);
}
