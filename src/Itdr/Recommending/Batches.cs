using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Itdr;

/// <summary>Answers many tasks with one recommender.</summary>
public static class Batches
{
    /// <summary>
    /// Answers tasks side by side, a bounded number at a time, and gives each answer as soon as it is there. Tasks are
    /// taken from the sequence only as calls become free, so it may be longer than memory holds.
    /// </summary>
    /// <typeparam name="TSubtask">The subtask.</typeparam>
    /// <typeparam name="TAnswer">Its answer.</typeparam>
    /// <param name="recommender">The recommender.</param>
    /// <param name="subtask">The subtask, <c>TopKRecommendation.Descriptor</c>, which names the types of tasks and answers.</param>
    /// <param name="tasks">The tasks.</param>
    /// <param name="concurrency">How many calls may be under way, from 1.</param>
    /// <param name="progress">Is told after every task.</param>
    /// <param name="cancellationToken">Ends the calls that are under way and takes no more tasks.</param>
    /// <returns>The answers in the order in which they arrive; <see cref="BatchAnswer{TAnswer}.Index"/> names the task.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="concurrency"/> is below 1.</exception>
    public static IAsyncEnumerable<BatchAnswer<TAnswer>> AnswerAllAsync<TSubtask, TAnswer>(
        this IRecommender recommender,
        SubtaskDescriptor<TSubtask, TAnswer> subtask,
        IEnumerable<TSubtask> tasks,
        int concurrency = 8,
        IProgress<BatchProgress>? progress = null,
        CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        ArgumentNullException.ThrowIfNull(recommender);
        ArgumentNullException.ThrowIfNull(subtask);
        ArgumentNullException.ThrowIfNull(tasks);
        ArgumentOutOfRangeException.ThrowIfLessThan(concurrency, 1);
        return Run<TSubtask, TAnswer>(recommender, tasks, concurrency, progress, cancellationToken);
    }

    private static async IAsyncEnumerable<BatchAnswer<TAnswer>> Run<TSubtask, TAnswer>(
        IRecommender recommender,
        IEnumerable<TSubtask> tasks,
        int concurrency,
        IProgress<BatchProgress>? progress,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // As many answers as calls may wait for the reader: a slow reader slows the calls down.
        var answers = Channel.CreateBounded<BatchAnswer<TAnswer>>(concurrency);
        var options = new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = ending.Token };
        var asking = AskAll<TSubtask, TAnswer>(recommender, tasks, options, answers.Writer);
        var done = default(BatchProgress);
        try
        {
            await foreach (var answer in answers.Reader.ReadAllAsync(CancellationToken.None).ConfigureAwait(false))
            {
                done = Add(done, answer.Result.Succeeded, answer.Result.Usage);
                progress?.Report(done);
                yield return answer;
            }

            await asking.ConfigureAwait(false);
        }
        finally
        {
            // A reader that leaves early leaves no call behind.
            await ending.CancelAsync().ConfigureAwait(false);
            await asking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task AskAll<TSubtask, TAnswer>(
        IRecommender recommender, IEnumerable<TSubtask> tasks, ParallelOptions options, ChannelWriter<BatchAnswer<TAnswer>> answers)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        try
        {
            await Parallel.ForEachAsync(tasks.Index(), options, async (task, token) =>
            {
                var result = await recommender.AnswerAsync(task.Item, token).ConfigureAwait(false);
                await answers.WriteAsync(new BatchAnswer<TAnswer>(task.Index, result), token).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
        finally
        {
            answers.Complete();
        }
    }

    private static BatchProgress Add(BatchProgress done, bool succeeded, AnswerUsage? usage) => new(
        done.Done + 1,
        done.Failed + (succeeded ? 0 : 1),
        done.InputTokens + (usage?.InputTokens ?? 0),
        done.OutputTokens + (usage?.OutputTokens ?? 0));
}
