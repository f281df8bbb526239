using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Itdr;
using Itdr.Inference;
using Itdr.LLamaSharp;

namespace MovieNight;

/// <summary>One ranking as the page hears it: the question, each film as soon as it is ranked, and how the answer was read.</summary>
internal static class Night
{
    /// <summary>The most films that somebody may name; enough are left for an evening.</summary>
    public const int MostLiked = 12;

    public static async IAsyncEnumerable<SseItem<object>> PlanAsync(IRecommender recommender, FilmNight task, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new SseItem<object>(new { Prompt = FilmNight.Descriptor.UserTurn(task.ToPrompt()) }, "question");
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
            catch (Exception problem) when (problem is TokenEngineException or LLamaSharpException)
            {
                engineProblem = problem.Message;
            }

            if (engineProblem is not null)
            {
                yield return new SseItem<object>(Verdict.NoAnswer(engineProblem), "verdict");
                yield break;
            }

            foreach (var film in updates.Current.Items)
            {
                yield return new SseItem<object>(new { film.Id }, "film");
            }

            if (updates.Current.Result is { } result)
            {
                yield return new SseItem<object>(Verdict.Of(result), "verdict");
            }
        }
    }
}
