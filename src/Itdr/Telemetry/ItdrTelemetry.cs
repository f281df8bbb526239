using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Itdr;

/// <summary>
/// The names under which calls are traced and counted, for OpenTelemetry or any other listener:
/// <c>AddSource(ItdrTelemetry.Name)</c>, <c>AddMeter(ItdrTelemetry.Name)</c>. No text of a task or an answer is in
/// them.
/// </summary>
public static class ItdrTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Itdr";

    /// <summary>
    /// The activity around one call; tags <c>itdr.subtask</c>, <c>itdr.recommender</c>, and after it <c>itdr.repairs</c>
    /// and <c>error.type</c>. What OpenTelemetry's conventions for generative AI have a name for is named by them, as far
    /// as it is known: <c>gen_ai.usage.input_tokens</c>, <c>gen_ai.usage.output_tokens</c>, and for a chat model
    /// <c>gen_ai.operation.name</c>, <c>gen_ai.provider.name</c>, <c>gen_ai.request.model</c>, <c>server.address</c>,
    /// <c>server.port</c>.
    /// </summary>
    public const string AnswerActivity = "itdr.answer";

    /// <summary>Counts calls, by <c>itdr.subtask</c> and <c>itdr.recommender</c>.</summary>
    public const string Calls = "itdr.calls";

    /// <summary>Counts tokens, by <c>itdr.token.type</c>: <c>input</c>, <c>cached</c> (those of the input that were at hand) or <c>output</c>.</summary>
    public const string Tokens = "itdr.tokens";

    /// <summary>Counts what was overlooked when answers were read, by <c>itdr.repair</c>.</summary>
    public const string Repairs = "itdr.repairs";

    /// <summary>Counts questions put again because an answer could not be read.</summary>
    public const string Reasked = "itdr.reasked";

    /// <summary>Counts calls without an answer, by <c>error.type</c>: an <see cref="AnswerError"/>, <c>Cancelled</c>, or the type of an exception.</summary>
    public const string Failures = "itdr.failures";

    /// <summary>The time of a call in seconds, its waiting included.</summary>
    public const string Duration = "itdr.call.duration";

    internal static readonly ActivitySource Source = new(Name);

    internal static readonly Meter Meter = new(Name);

    internal static readonly Counter<long> CallCounter = Meter.CreateCounter<long>(Calls, "{call}", "Calls of a recommender.");

    internal static readonly Counter<long> TokenCounter = Meter.CreateCounter<long>(Tokens, "{token}", "Tokens of prompts and answers.");

    internal static readonly Counter<long> RepairCounter = Meter.CreateCounter<long>(Repairs, "{repair}", "What was overlooked when answers were read.");

    internal static readonly Counter<long> ReaskedCounter = Meter.CreateCounter<long>(Reasked, "{question}", "Questions put again.");

    internal static readonly Counter<long> FailureCounter = Meter.CreateCounter<long>(Failures, "{call}", "Calls without an answer.");

    internal static readonly Histogram<double> DurationHistogram = Meter.CreateHistogram<double>(Duration, "s", "The time of a call.");
}
