using System.Diagnostics;
using Itdr.Inference;

namespace Itdr.Benchmarks.Ranking;

/// <summary>Time by the clock and of processors.</summary>
internal readonly struct Watch
{
    private readonly long clock;
    private readonly TimeSpan processor;

    private Watch(long clock, TimeSpan processor) => (this.clock, this.processor) = (clock, processor);

    public static Watch Start() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

    /// <summary>Times one ranking by the trie walk.</summary>
    public static async Task<Measured> WalkAsync(EngineHost host, EnginePrompt prompt, string[] titles)
    {
        var watch = Start();
        var ranked = await host.RankAsync(prompt, titles);
        return ranked.Order.Order().SequenceEqual(Enumerable.Range(0, titles.Length))
            ? watch.Stop(ranked.Usage.DecodeCalls, ranked.Usage.DecodedTokens) with { Reused = ranked.Usage.ReusedTokens }
            : throw new InvalidOperationException("The ranking is no permutation.");
    }

    public Measured Stop(int calls, int tokens) => new(calls, tokens, Stopwatch.GetElapsedTime(clock), Environment.CpuUsage.TotalTime - processor);
}
