namespace Itdr.Benchmarks.Ranking;

/// <summary>What one run took.</summary>
/// <param name="Calls">Decode calls.</param>
/// <param name="Tokens">Tokens that were decoded.</param>
/// <param name="Clock">Time by the clock.</param>
/// <param name="Processor">Time of processors.</param>
internal sealed record Measured(int Calls, int Tokens, TimeSpan Clock, TimeSpan Processor);
