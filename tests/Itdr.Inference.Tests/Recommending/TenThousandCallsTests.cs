using Itdr.Inference.Tests.Engine;
using Itdr.Subtasks;

namespace Itdr.Inference.Tests.Recommending;

/// <summary>Typed calls by the thousand on one engine. They run alone, since they look at the memory of the process.</summary>
[CollectionDefinition(nameof(TenThousandCallsTests), DisableParallelization = true)]
[Collection(nameof(TenThousandCallsTests))]
public sealed class TenThousandCallsTests
{
    private const int Calls = 10_000;
    private const int MostCells = 16_384;

    [Fact]
    public async Task Ten_thousand_calls_at_once_with_random_delays_and_a_random_third_cancelled_lose_and_mix_up_nothing_and_leave_no_memory()
    {
        var random = new Random(20);
        var engine = new NGramEngine(new TokenEngineLimits(64, 1024, MostCells) { SpeculationCost = 0 })
        {
            BeforeDecode = _ =>
            {
                Thread.Sleep(Random.Shared.Next(40) == 0 ? 1 : 0);
                return true;
            },
        };
        var host = new EngineHost(engine, new EngineHostOptions { Lanes = 8, StoredPrefixes = 6 });
        var recommender = new EngineRecommender(host);
        Call[] calls = [.. Enumerable.Range(0, Calls).Select(index => new Call(index, random.Next(40), random.Next(3) == 0 ? random.Next(200) : null))];
        await RunAsync(recommender, calls[..300]);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var (done, cancelled) = await RunAsync(recommender, calls).WaitAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(Calls, done + cancelled);
        Assert.InRange(cancelled, 1_000, calls.Count(static call => call.CancelAfter is not null));
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(growth < 1_000_000, $"{growth} bytes more are held after {Calls} calls than before.");

        // What the lanes and the stored prefixes still hold is a call's each at most.
        Assert.InRange(engine.UsedCells, 1, MostCells / 2);
        await host.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.True(engine.IsDisposed);
    }

    private static async Task<(int Done, int Cancelled)> RunAsync(EngineRecommender recommender, Call[] calls)
    {
        var ended = await Task.WhenAll(calls.Select(call => EndsAsync(recommender, call)));
        return (ended.Count(static done => done), ended.Count(static done => !done));
    }

    /// <summary>Makes a call and checks its answer; false if it was cancelled.</summary>
    private static async Task<bool> EndsAsync(EngineRecommender recommender, Call call)
    {
        using var cancel = new CancellationTokenSource();
        await Task.Delay(call.Delay, CancellationToken.None);
        if (call.CancelAfter is { } after)
        {
            cancel.CancelAfter(after);
        }

        try
        {
            await AnswerAndCheck(recommender, call.Index, cancel.Token);
            return true;
        }
        catch (OperationCanceledException cancelled)
        {
            Assert.Equal((true, cancel.Token), (call.CancelAfter is not null, cancelled.CancellationToken));
            return false;
        }
    }

    private static async Task AnswerAndCheck(EngineRecommender recommender, int index, CancellationToken cancellation)
    {
        switch (index % 3)
        {
            case 0:
                Item[] candidates = [new($"A{index}"), new($"B{index}"), new($"B{index} 2")];
                var ranked = await recommender.AnswerAsync(new TopKRecommendation(ItemDomain.Movies, [], candidates), cancellation);
                Assert.Equal(candidates.Select(static item => item.Title).Order(), ranked.Value.Ranking.Select(static item => item.Title).Order());
                Assert.All(ranked.Value.Ranking, item => Assert.Contains(candidates, candidate => ReferenceEquals(candidate, item)));
                break;
            case 1:
                Item[] choices = [new($"C{index}"), new($"D{index}")];
                var chosen = await recommender.AnswerAsync(new NextItemRecommendation(ItemDomain.Movies, [], choices), cancellation);
                Assert.Contains(choices, choice => ReferenceEquals(choice, chosen.Value.Choice));
                break;
            default:
                var scale = index % 2 == 0 ? RatingScale.FivePoints : RatingScale.HalfPoints;
                var rated = await recommender.AnswerAsync(new RatingPrediction(ItemDomain.Movies, scale, [], new Item($"E{index}")), cancellation);
                Assert.Equal(scale.Text(rated.Value.Rating), rated.Text);
                break;
        }
    }

    /// <summary>One call.</summary>
    /// <param name="Index">Which one; its titles carry the number.</param>
    /// <param name="Delay">Milliseconds until it is made.</param>
    /// <param name="CancelAfter">Milliseconds from then until it is cancelled, or null if it is not.</param>
    private sealed record Call(int Index, int Delay, int? CancelAfter);
}
