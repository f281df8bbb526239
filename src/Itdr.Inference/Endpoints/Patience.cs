using System.Globalization;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Retry;

namespace Itdr.Inference;

/// <summary>How a request is sent again: each try has its time, and a server says how long it wants to be left alone.</summary>
internal static class Patience
{
    public static ResiliencePipeline<HttpResponseMessage> Of(ChatEndpointOptions options, Uri address, ILogger logger)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage>();
        if (options.Retries > 0)
        {
            builder.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = options.Retries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.FirstWait,
                MaxDelay = options.LongestWait,
                ShouldRetryAfterHeader = false,
                ShouldHandle = faults => ValueTask.FromResult(IsPassing(faults.Outcome, options.LongestWait)),
                DelayGenerator = faults => ValueTask.FromResult(WaitAsked(faults.Outcome)),
                OnRetry = tried => Log(tried, address, logger),
            });
        }

        return builder.AddTimeout(options.Timeout).Build();
    }

    /// <summary>Whether a fault may pass within the longest wait.</summary>
    private static bool IsPassing(Outcome<HttpResponseMessage> outcome, TimeSpan longestWait) =>
        HttpClientResiliencePredicates.IsTransient(outcome) && outcome.Exception is not ServerSaidException { IsPassing: false } && !(WaitAsked(outcome) > longestWait);

    /// <summary>How long the server asks to wait, or null if it does not say.</summary>
    private static TimeSpan? WaitAsked(Outcome<HttpResponseMessage> outcome)
    {
        var asked = outcome.Result?.Headers.RetryAfter;
        var wait = asked?.Delta ?? asked?.Date - DateTimeOffset.UtcNow;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    private static ValueTask Log(OnRetryArguments<HttpResponseMessage> tried, Uri address, ILogger logger)
    {
        if (!logger.IsEnabled(LogLevel.Information))
        {
            return ValueTask.CompletedTask;
        }

        var reason = tried.Outcome.Exception?.GetType().Name
            ?? $"status {((int)tried.Outcome.Result!.StatusCode).ToString(CultureInfo.InvariantCulture)}";
        logger.Retrying(tried.AttemptNumber + 1, address.GetLeftPart(UriPartial.Path), reason, tried.RetryDelay.TotalMilliseconds);
        return ValueTask.CompletedTask;
    }
}
