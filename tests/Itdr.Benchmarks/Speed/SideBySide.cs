using System.Diagnostics;

namespace Itdr.Benchmarks.Speed;

/// <summary>Times several ways to do one thing in turns, so that whatever else the machine does falls on all of them alike.</summary>
internal static class SideBySide
{
    private const int Rounds = 1001;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(0.4);

    /// <summary>Times each way in each round, after all were compiled by the JIT at its highest tier.</summary>
    public static Timing[] Measure(params Func<object>[] ways)
    {
        var calls = ways.Select(static way => CallsIn(way, Turn)).ToArray();
        var rounds = ways.Select(static _ => new double[Rounds]).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var index = 0; index < ways.Length; index++)
            {
                // Every way comes first equally often.
                var way = (index + round) % ways.Length;
                rounds[way][round] = Time(ways[way], calls[way]).TotalNanoseconds / calls[way];
            }
        }

        return [.. ways.Select((way, index) => new Timing(rounds[index], Allocated(way)))];
    }

    /// <summary>How many calls fill a turn; the calls that find it out also warm the way up.</summary>
    private static int CallsIn(Func<object> way, TimeSpan turn)
    {
        var start = Stopwatch.GetTimestamp();
        var calls = 1;
        while (true)
        {
            var elapsed = Time(way, calls);
            if (Stopwatch.GetElapsedTime(start) >= WarmUp)
            {
                return Math.Max(1, (int)(calls * (turn / elapsed)));
            }

            calls = elapsed < turn ? calls * 2 : calls;
        }
    }

    private static TimeSpan Time(Func<object> way, int calls)
    {
        object? last = null;
        var start = Stopwatch.GetTimestamp();
        for (var call = 0; call < calls; call++)
        {
            last = way();
        }

        var elapsed = Stopwatch.GetElapsedTime(start);
        GC.KeepAlive(last);
        return elapsed;
    }

    private static long Allocated(Func<object> way)
    {
        const int Calls = 1000;
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < Calls; call++)
        {
            way();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }
}
