using Itdr.Instances;

namespace Itdr.Datasets;

/// <summary>What was exported.</summary>
/// <param name="Cells">The instance files, in the order in which their rows were written.</param>
/// <param name="Files">The files written, in ordinal order; empty if there is no row, and then there is no folder either.</param>
public sealed record ExportReport(IReadOnlyList<ExportedInstances> Cells, IReadOnlyList<string> Files)
{
    /// <summary>The rows written.</summary>
    public long Rows => Cells.Sum(static cell => cell.Rows);

    /// <summary>The instances left out because they have no label.</summary>
    public long Unlabelled => Cells.Sum(static cell => cell.Unlabelled);

    /// <summary>The instances left out because the options say so.</summary>
    public long LeftOut => Cells.Sum(static cell => cell.LeftOut);
}

/// <summary>What was exported of one instance file.</summary>
/// <param name="Name">The instance file.</param>
/// <param name="Rows">The rows written.</param>
/// <param name="Unlabelled">The instances left out because they have no label.</param>
/// <param name="LeftOut">The instances with a label that were left out because the options say so.</param>
public sealed record ExportedInstances(InstanceFileName Name, long Rows, long Unlabelled, long LeftOut);
