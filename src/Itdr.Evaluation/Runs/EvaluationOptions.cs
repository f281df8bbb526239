namespace Itdr.Evaluation;

/// <summary>How predictions are evaluated.</summary>
public sealed record EvaluationOptions
{
    /// <summary>What the metrics' plain names mean.</summary>
    public MetricPreset Preset { get; init; } = MetricPreset.Paper;

    /// <summary>How texts are read; <see cref="ParseOptions.Strict"/> takes only exact labels.</summary>
    public ParseOptions Parse { get; init; } = ParseOptions.Default;

    /// <summary>How many predictions that could not be read are kept of each cell as examples.</summary>
    public int Examples { get; init; } = 5;

    /// <summary>How many of the worst answers are kept of each cell with all that belongs to them; as many again of those that could not be read.</summary>
    public int WorstAnswers { get; init; }
}
