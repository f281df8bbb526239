using System.Collections.Concurrent;
using Itdr.Subtasks;
using Itdr.Testing.Chat;

namespace Itdr.Inference.Tests.Chat;

public sealed class BatchTests
{
    [Fact]
    public async Task Answers_carry_the_place_of_their_task_and_no_more_calls_run_than_allowed()
    {
        int running = 0, most = 0;
        await using var server = await ChatServerDouble.StartAsync(async (request, context) =>
        {
            var now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            await Task.Delay(request.Body.Length % 13);
            Interlocked.Decrement(ref running);
            await Reply.Text(context, Echo.Answer(request));
        });
        var progress = new ConcurrentQueue<BatchProgress>();
        var tasks = Enumerable.Range(0, 100).Select(static index => ChatTasks.Next($"B{index}", $"A{index}"));
        var seen = new HashSet<long>();
        await foreach (var answer in ChatTasks.Recommender(server).AnswerAllAsync(NextItemRecommendation.Descriptor, tasks, concurrency: 5, new Told(progress.Enqueue)))
        {
            Assert.True(seen.Add(answer.Index));
            Assert.Equal($"B{answer.Index}", answer.Result.Value.Choice.Title);
        }

        Assert.Equal(100, seen.Count);
        Assert.InRange(most, 2, 5);
        Assert.Equal(Enumerable.Range(1, 100).Select(static done => (long)done), progress.Select(static step => step.Done));
        Assert.Equal(new BatchProgress(100, 0, 3000, 700), progress.Last());
    }

    [Fact]
    public async Task A_batch_that_is_cancelled_or_left_ends_its_calls()
    {
        int open = 0;
        await using var server = await ChatServerDouble.StartAsync(async (request, context) =>
        {
            if (request.Text.Contains("B0\\n", StringComparison.Ordinal))
            {
                await Reply.Text(context, Echo.Answer(request));
                return;
            }

            Interlocked.Increment(ref open);
            await Reply.Silence(context);
            Interlocked.Decrement(ref open);
        });
        var tasks = Enumerable.Range(0, 1000).Select(static index => ChatTasks.Next($"B{index}", $"A{index}"));
        await foreach (var answer in ChatTasks.Recommender(server).AnswerAllAsync(NextItemRecommendation.Descriptor, tasks, concurrency: 4))
        {
            Assert.Equal(0, answer.Index);
            break;
        }

        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var answer in ChatTasks.Recommender(server).AnswerAllAsync(NextItemRecommendation.Descriptor, tasks, concurrency: 4, cancellationToken: cancel.Token))
            {
                Assert.Equal(0, answer.Index);
            }
        });
        await Wait.Until(() => Volatile.Read(ref open) == 0);
    }

    private static void InterlockedMax(ref int target, int value)
    {
        int seen;
        while ((seen = Volatile.Read(ref target)) < value && Interlocked.CompareExchange(ref target, value, seen) != seen)
        {
        }
    }

    private sealed class Told(Action<BatchProgress> tell) : IProgress<BatchProgress>
    {
        public void Report(BatchProgress value) => tell(value);
    }
}
