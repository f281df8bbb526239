namespace Itdr.Benchmarks.Ranking;

/// <summary>What one run took.</summary>
/// <param name="Calls">Decode calls.</param>
/// <param name="Tokens">Tokens that were decoded.</param>
/// <param name="Clock">Time by the clock.</param>
/// <param name="Processor">Time of processors.</param>
internal sealed record Measured(int Calls, int Tokens, TimeSpan Clock, TimeSpan Processor)
{
    /// <summary>Tokens of the prompt that were in the cache already.</summary>
    public int Reused { get; init; }

    /// <summary>The middle one, by the clock, of several runs.</summary>
    public static async Task<Measured> MedianAsync(int runs, Func<Task<Measured>> run)
    {
        var all = new List<Measured>();
        for (var index = 0; index < runs; index++)
        {
            all.Add(await run());
        }

        return all.OrderBy(static measured => measured.Clock).ElementAt(runs / 2);
    }
}
