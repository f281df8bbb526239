using Itdr.Subtasks;
using Itdr.Testing.Chat;

namespace Itdr.Inference.Tests.Chat;

public sealed class ManyCallsTests
{
    private const int Calls = 10_000;

    /// <summary>Each call is a real request to a server in the same process, as many at once as have connections.</summary>
    [Fact]
    public async Task Ten_thousand_mixed_calls_with_a_third_cancelled_lose_and_mix_up_nothing()
    {
        int open = 0;
        await using var server = await ChatServerDouble.StartAsync(async (request, context) =>
        {
            Interlocked.Increment(ref open);
            try
            {
                await Task.Delay(request.Body[^20] % 40, context.RequestAborted);
                await Reply.Text(context, Echo.Answer(request));
            }
            catch (OperationCanceledException)
            {
                // The call was cancelled.
            }
            finally
            {
                Interlocked.Decrement(ref open);
            }
        });
        var recommender = ChatTasks.Recommender(server);
        int done = 0, cancelled = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, Calls), new ParallelOptions { MaxDegreeOfParallelism = 256 }, async (index, _) =>
        {
            var isDoomed = index * 31 % 97 < 32;
            using var cancel = new CancellationTokenSource();
            if (isDoomed)
            {
                cancel.CancelAfter(index * 7 % 30);
            }

            try
            {
                await AnswerAndCheck(recommender, index, cancel.Token);
                Interlocked.Increment(ref done);
            }
            catch (OperationCanceledException)
            {
                Assert.True(isDoomed);
                Interlocked.Increment(ref cancelled);
            }
        }).WaitAsync(TimeSpan.FromMinutes(4));
        Assert.Equal(Calls, done + cancelled);
        Assert.InRange(cancelled, 1, Calls / 3 + 50);
        await Wait.Until(() => Volatile.Read(ref open) == 0);
    }

    private static async Task AnswerAndCheck(ChatRecommender recommender, int index, CancellationToken cancellation)
    {
        switch (index % 3)
        {
            case 0:
                var ranked = await recommender.RankAsync(ChatTasks.Rank($"A{index}", $"B{index}", $"C{index}"), cancellation);
                Assert.Equal([$"C{index}", $"B{index}", $"A{index}"], ranked.Value.Ranking.Select(static item => item.Title));
                break;
            case 1:
                var chosen = await recommender.RecommendNextAsync(ChatTasks.Next($"D{index}", $"E{index}"), cancellation);
                Assert.Equal($"D{index}", chosen.Value.Choice.Title);
                break;
            default:
                var rated = await recommender.PredictRatingAsync(ChatTasks.Rate($"Movie {index}"), cancellation);
                Assert.Equal(index % 2 == 0 ? 4.0m : 2.5m, rated.Value.Rating);
                break;
        }
    }
}
