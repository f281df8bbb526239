namespace Itdr.Datasets;

/// <summary>What came of labelling a dataset folder.</summary>
/// <param name="Cells">The cells that lacked labels.</param>
/// <param name="InputTokens">The tokens of prompts in this run.</param>
/// <param name="OutputTokens">The tokens of answers in this run.</param>
/// <param name="Stopped">Why the run ended before every instance was asked, as a sentence; null if it did not.</param>
public sealed record LabelReport(IReadOnlyList<LabelledCell> Cells, long InputTokens, long OutputTokens, LabelStop? Stopped)
{
    /// <summary>The labels that were written into the folder.</summary>
    public long Labels => Cells.Sum(static cell => cell.Labels);

    /// <summary>The instances that still have no label.</summary>
    public long Left => Cells.Sum(static cell => cell.Left);
}

/// <summary>Why a run ended early.</summary>
/// <param name="Message">One sentence that says what is wrong and what to do.</param>
/// <param name="IsFault">Whether the teacher failed; otherwise a budget was reached.</param>
public sealed record LabelStop(string Message, bool IsFault);

/// <summary>What came of one cell.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Instances">The instances without a label at the start.</param>
/// <param name="Labels">The labels that were written.</param>
/// <param name="FromJournal">How many of them an earlier run had paid for.</param>
/// <param name="Refused">What is no label, by reason; the teacher's refusals are one of them.</param>
/// <param name="Failed">Calls that failed; another run asks them again.</param>
public sealed record LabelledCell(CellName Cell, long Instances, long Labels, long FromJournal, IReadOnlyDictionary<string, long> Refused, long Failed)
{
    /// <summary>The instances that still have no label.</summary>
    public long Left => Instances - Labels;
}
