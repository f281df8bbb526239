namespace Itdr.Datasets;

/// <summary>How many instances a dataset has and how long they are.</summary>
/// <param name="Tokenizer">The name of the tokenizer by which lengths are counted.</param>
/// <param name="Cells">The cells, in the order of the manifest.</param>
public sealed record StatisticsReport(string Tokenizer, IReadOnlyList<CellStatistics> Cells)
{
    /// <summary>The instances of all cells.</summary>
    public long Instances => Cells.Sum(static cell => cell.Instances);
}

/// <summary>How many instances a cell has and how long they are.</summary>
public sealed record CellStatistics
{
    /// <summary>The id of the subtask.</summary>
    public required string Subtask { get; init; }

    /// <summary>Its root task.</summary>
    public required RootTask RootTask { get; init; }

    /// <summary>The name of the source.</summary>
    public required string Source { get; init; }

    /// <summary>The metrics of the subtask.</summary>
    public required IReadOnlyList<string> Metrics { get; init; }

    /// <summary>The instances of all splits.</summary>
    public required long Instances { get; init; }

    /// <summary>Those of them that have no label.</summary>
    public required long Unlabelled { get; init; }

    /// <summary>How many examples the paper has of this cell, or null if it is none of the paper's.</summary>
    public required int? PaperExamples { get; init; }

    /// <summary>The tokens of the user's turns, which are instruction and prompt.</summary>
    public required LengthSummary Input { get; init; }

    /// <summary>The tokens of the labels; of those instances that have one.</summary>
    public required LengthSummary Output { get; init; }
}
