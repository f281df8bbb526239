namespace Itdr.Evaluation;

/// <summary>What a line of a <see cref="ScoreTable"/> is over.</summary>
public enum ScoreLevel
{
    /// <summary>One subtask over one source.</summary>
    Cell,

    /// <summary>One subtask over all its sources.</summary>
    Subtask,

    /// <summary>All subtasks of one root task.</summary>
    RootTask,
}

/// <summary>One metric over one cell, subtask or root task, of every run.</summary>
/// <param name="Level">What it is over.</param>
/// <param name="Group">The cell as <c>subtask/source</c>, the subtask, or the root task.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Slot">The slot that was measured, or null where the metric was declared on the answer as a whole.</param>
/// <param name="Expected">How many instances have a known answer to compare with.</param>
/// <param name="Chance">The expected score of a random answer, or null if it is not known.</param>
/// <param name="IsChanceDrawn">Whether <paramref name="Chance"/> is the score of drawn answers, for want of a closed form.</param>
/// <param name="Scores">The score of each run, in the order of the table's runs; null where the run has none.</param>
public sealed record ScoreLine(
    ScoreLevel Level, string Group, Metric Metric, string? Slot, int Expected, double? Chance, bool IsChanceDrawn, IReadOnlyList<RunScore?> Scores)
{
    /// <summary>Whether another line of the same group has the same metric over another slot.</summary>
    public bool IsOneOfSeveral { get; init; }

    /// <summary>The metric's name without a convention, with the slot where others have the same metric.</summary>
    public string Name => Slot is null || !IsOneOfSeveral ? Metric.Name.Split(':')[0] : $"{Metric.Name.Split(':')[0]} {Slot}";

    internal (ScoreLevel Level, string Group, string Signature, string? Slot) Key => (Level, Group, Metric.Signature, Slot);
}
