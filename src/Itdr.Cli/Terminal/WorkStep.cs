namespace Itdr.Cli.Terminal;

/// <summary>How far long work is.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Done">How much of it is done.</param>
/// <param name="Total">How much there is to do.</param>
/// <param name="Detail">What else is worth watching, such as tokens; null for nothing.</param>
internal readonly record struct WorkStep(string Stage, long Done, long Total, string? Detail = null);
