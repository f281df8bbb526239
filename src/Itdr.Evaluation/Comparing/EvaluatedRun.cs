namespace Itdr.Evaluation;

/// <summary>A run with what came of evaluating it.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Report">What came of it.</param>
public sealed record EvaluatedRun(string Name, EvaluationReport Report)
{
    /// <summary>Whether it is a baseline that stands there for comparison.</summary>
    public bool IsBaseline { get; init; }
}
