using System.Runtime.CompilerServices;

namespace Itdr;

/// <summary>Rankings whose items arrive one by one, from any recommender.</summary>
public static class RankingStreaming
{
    /// <summary>
    /// Answers a task and gives each item as soon as its line is closed. With a recommender that does not stream, all
    /// items arrive together.
    /// </summary>
    /// <typeparam name="TSubtask">The subtask.</typeparam>
    /// <typeparam name="TAnswer">Its answer.</typeparam>
    /// <typeparam name="TItem">The type of the candidates.</typeparam>
    /// <param name="recommender">The recommender.</param>
    /// <param name="task">The task.</param>
    /// <param name="ranking">The reader that the task's generated <c>Stream…</c> method gives; use a new one for each call.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>Updates; the last one, and no other, has the result.</returns>
    public static IAsyncEnumerable<RankingUpdate<TItem, TAnswer>> StreamAsync<TSubtask, TAnswer, TItem>(
        this IRecommender recommender, ISubtask<TSubtask, TAnswer> task, RankingStream<TItem> ranking, CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        ArgumentNullException.ThrowIfNull(recommender);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(ranking);
        return recommender is IStreamingRecommender streaming
            ? Follow(streaming, task, ranking, cancellationToken)
            : AtOnce(recommender, task, ranking, cancellationToken);
    }

    private static async IAsyncEnumerable<RankingUpdate<TItem, TAnswer>> Follow<TSubtask, TAnswer, TItem>(
        IStreamingRecommender recommender, ISubtask<TSubtask, TAnswer> task, RankingStream<TItem> ranking, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        await foreach (var piece in recommender.StreamAsync(task, cancellationToken).ConfigureAwait(false))
        {
            var items = ranking.Push(piece.Text);
            if (piece.Result is { } result)
            {
                yield return Last(result, ranking, items);
            }
            else if (items.Count > 0 || ranking.StartedOver)
            {
                yield return new RankingUpdate<TItem, TAnswer>(items) { StartsOver = ranking.StartedOver };
            }
        }
    }

    private static async IAsyncEnumerable<RankingUpdate<TItem, TAnswer>> AtOnce<TSubtask, TAnswer, TItem>(
        IRecommender recommender, ISubtask<TSubtask, TAnswer> task, RankingStream<TItem> ranking, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var result = await recommender.AnswerAsync(task, cancellationToken).ConfigureAwait(false);
        yield return Last(result, ranking, ranking.Push(result.Text));
    }

    private static RankingUpdate<TItem, TAnswer> Last<TItem, TAnswer>(AnswerResult<TAnswer> result, RankingStream<TItem> ranking, IReadOnlyList<TItem> items)
    {
        var startsOver = ranking.StartedOver;

        // A line that a failed call left open may be the front of a title only.
        if (result.CallFailure is null)
        {
            var rest = ranking.Complete();
            items = ranking.StartedOver ? rest : [.. items, .. rest];
            startsOver |= ranking.StartedOver;
        }

        return new RankingUpdate<TItem, TAnswer>(items) { StartsOver = startsOver, Result = result };
    }
}
