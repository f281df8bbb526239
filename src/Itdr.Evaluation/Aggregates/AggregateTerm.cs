namespace Itdr.Evaluation;

/// <summary>One of the equally weighted terms of an aggregate.</summary>
/// <param name="Name">The subtask, the metric and, where there is one, the slot.</param>
/// <param name="Value">The value, or null where it cannot be told.</param>
/// <param name="Problem">Why it cannot be told, as a clause, or null.</param>
public sealed record AggregateTerm(string Name, double? Value, string? Problem = null);
