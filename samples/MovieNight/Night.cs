using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Itdr;
using Itdr.LLamaSharp;

namespace MovieNight;

/// <summary>One ranking as the page hears it: the question, each film as soon as it is ranked, whether the films so far were none of it, and how the answer was read.</summary>
internal static class Night
{
    /// <summary>The most films that somebody may name; enough are left for an evening.</summary>
    public const int MostLiked = 12;

    public static async IAsyncEnumerable<SseItem<object>> PlanAsync(IRecommender recommender, FilmNight task, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new SseItem<object>(new { Prompt = FilmNight.Descriptor.UserTurn(task.ToPrompt()) }, "question");
        var shown = new List<Film>();
        await using var updates = recommender.StreamAsync(task, task.StreamRanking(), cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            string? engineProblem = null;
            try
            {
                if (!await updates.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (LLamaSharpException problem)
            {
                engineProblem = problem.Message;
            }

            if (engineProblem is not null)
            {
                yield return new SseItem<object>(Verdict.NoAnswer(engineProblem), "verdict");
                yield break;
            }

            var (films, over) = (updates.Current.Items, updates.Current.StartsOver);
            if (updates.Current.Result is { Succeeded: true, Value.Ranking: var ranking } && !(over ? films : [.. shown, .. films]).SequenceEqual(ranking))
            {
                // An answer in JSON, say, has no lines that could have been shown.
                (films, over) = (ranking, true);
            }

            if (over)
            {
                shown.Clear();
                yield return new SseItem<object>(new { }, "over");
            }

            foreach (var film in films)
            {
                shown.Add(film);
                yield return new SseItem<object>(new { film.Id }, "film");
            }

            if (updates.Current.Result is { } result)
            {
                yield return new SseItem<object>(Verdict.Of(result), "verdict");
            }
        }
    }
}
