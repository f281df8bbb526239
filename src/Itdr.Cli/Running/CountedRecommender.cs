using System.Diagnostics;
using System.Globalization;

namespace Itdr.Cli.Running;

/// <summary>Counts the tokens of another recommender's answers, and the time from the first task to the last answer.</summary>
internal sealed class CountedRecommender(IRecommender inner) : IRecommender, IAsyncDisposable
{
    private readonly Lock gate = new();
    private long started;
    private long ended;
    private long prompts;
    private long cached;
    private long outputs;

    public async Task<AnswerResult<TAnswer>> AnswerAsync<TSubtask, TAnswer>(ISubtask<TSubtask, TAnswer> task, CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        lock (gate)
        {
            started = started == 0 ? Stopwatch.GetTimestamp() : started;
        }

        var result = await inner.AnswerAsync(task, cancellationToken).ConfigureAwait(false);
        lock (gate)
        {
            ended = Stopwatch.GetTimestamp();
            prompts += result.Usage?.InputTokens ?? 0;
            cached += result.Usage?.CachedInputTokens ?? 0;
            outputs += result.Usage?.OutputTokens ?? 0;
        }

        return result;
    }

    /// <summary>How many tokens a second were read and written, in words.</summary>
    public string Speed()
    {
        lock (gate)
        {
            var seconds = Math.Max(Stopwatch.GetElapsedTime(started, ended).TotalSeconds, 1e-6);
            return string.Create(CultureInfo.InvariantCulture,
                $"{prompts:N0} prompt tokens ({cached:N0} of them from the cache) and {outputs:N0} answer tokens in {seconds:0.0} s: {(prompts + outputs) / seconds:N0} tokens a second");
        }
    }

    public ValueTask DisposeAsync() => inner is IAsyncDisposable owned ? owned.DisposeAsync() : ValueTask.CompletedTask;
}
