using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Itdr;

/// <summary>Traces and counts the calls of another recommender; see <see cref="ItdrTelemetry"/>.</summary>
internal class MeasuredRecommender(IRecommender inner, string name) : IRecommender, IAsyncDisposable
{
    public async Task<AnswerResult<TAnswer>> AnswerAsync<TSubtask, TAnswer>(ISubtask<TSubtask, TAnswer> task, CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        using var call = new MeasuredCall(TSubtask.Descriptor.Id, name);
        try
        {
            var result = await inner.AnswerAsync(task, cancellationToken).ConfigureAwait(false);
            call.End(result);
            return result;
        }
        catch (Exception error)
        {
            call.Fail(error);
            throw;
        }
    }

    /// <summary>Disposes of the recommender that was made for this one.</summary>
    public async ValueTask DisposeAsync()
    {
        switch (inner)
        {
            case IAsyncDisposable later:
                await later.DisposeAsync().ConfigureAwait(false);
                break;
            case IDisposable now:
                now.Dispose();
                break;
        }

        GC.SuppressFinalize(this);
    }
}

/// <summary>The same for a recommender that streams.</summary>
internal sealed class MeasuredStreamingRecommender(IStreamingRecommender inner, string name) : MeasuredRecommender(inner, name), IStreamingRecommender
{
    private readonly string name = name;

    public async IAsyncEnumerable<AnswerPiece<TAnswer>> StreamAsync<TSubtask, TAnswer>(
        ISubtask<TSubtask, TAnswer> task, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        using var call = new MeasuredCall(TSubtask.Descriptor.Id, name);
        await using var pieces = inner.StreamAsync(task, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await pieces.MoveNextAsync().ConfigureAwait(false))
                {
                    yield break;
                }
            }
            catch (Exception error)
            {
                call.Fail(error);
                throw;
            }

            if (pieces.Current.Result is { } result)
            {
                call.End(result);
            }

            yield return pieces.Current;
        }
    }
}

/// <summary>One call that is measured; disposing of it before its end counts it as left.</summary>
internal sealed class MeasuredCall : IDisposable
{
    private const string SubtaskTag = "itdr.subtask";
    private const string RecommenderTag = "itdr.recommender";
    private const string ErrorTag = "error.type";
    private const string Cancelled = "Cancelled";

    private readonly Activity? activity;
    private readonly long start = Stopwatch.GetTimestamp();
    private readonly KeyValuePair<string, object?> subtask;
    private readonly KeyValuePair<string, object?> recommender;
    private bool ended;

    public MeasuredCall(string subtask, string recommender)
    {
        this.subtask = new(SubtaskTag, subtask);
        this.recommender = new(RecommenderTag, recommender);
        activity = ItdrTelemetry.Source.StartActivity(ItdrTelemetry.AnswerActivity, ActivityKind.Client);
        activity?.SetTag(SubtaskTag, subtask).SetTag(RecommenderTag, recommender);
        ItdrTelemetry.CallCounter.Add(1, this.subtask, this.recommender);
    }

    public void End<TAnswer>(AnswerResult<TAnswer> result)
    {
        if (ended)
        {
            return;
        }

        Count("input", result.Usage?.InputTokens);
        Count("cached", result.Usage?.CachedInputTokens);
        Count("output", result.Usage?.OutputTokens);
        activity?.SetTag("itdr.repairs", result.Repairs.Length)
            .SetTag("gen_ai.usage.input_tokens", result.Usage?.InputTokens)
            .SetTag("gen_ai.usage.output_tokens", result.Usage?.OutputTokens);
        foreach (var repair in result.Repairs)
        {
            ItdrTelemetry.RepairCounter.Add(1, subtask, recommender, new("itdr.repair", repair.Kind.ToString()));
        }

        if (result.Usage is { Reasked: > 0 and var reasked })
        {
            ItdrTelemetry.ReaskedCounter.Add(reasked, subtask, recommender);
        }

        Close(result.Error?.ToString());
    }

    public void Fail(Exception error) => Close(error is OperationCanceledException ? Cancelled : error.GetType().Name);

    public void Dispose()
    {
        Close(Cancelled);
        activity?.Dispose();
    }

    private void Count(string type, int? tokens)
    {
        if (tokens is > 0 and var count)
        {
            ItdrTelemetry.TokenCounter.Add(count, subtask, recommender, new("itdr.token.type", type));
        }
    }

    private void Close(string? error)
    {
        if (ended)
        {
            return;
        }

        ended = true;
        ItdrTelemetry.DurationHistogram.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, subtask, recommender);
        if (error is not null)
        {
            ItdrTelemetry.FailureCounter.Add(1, subtask, recommender, new(ErrorTag, error));
            activity?.SetTag(ErrorTag, error).SetStatus(ActivityStatusCode.Error);
        }
    }
}
