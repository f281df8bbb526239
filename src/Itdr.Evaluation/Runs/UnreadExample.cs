namespace Itdr.Evaluation;

/// <summary>A prediction that could not be read.</summary>
/// <param name="Id">The id of the instance.</param>
/// <param name="Reason">Why, as one sentence.</param>
public sealed record UnreadExample(string Id, string Reason);
