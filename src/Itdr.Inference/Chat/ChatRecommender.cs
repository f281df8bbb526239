using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Itdr.Inference;

/// <summary>
/// Answers tasks with any chat model. The user's turn is the subtask's instruction, a line break and the prompt, as a
/// model is trained on it. A call that gives no answer is a typed result, not an exception. Safe for use by several
/// threads.
/// </summary>
public sealed class ChatRecommender : IStreamingRecommender
{
    private readonly IChatClient client;
    private readonly ChatRecommenderOptions options;
    private readonly ChatQuestions questions;
    private readonly ChatPlace place;
    private readonly ChatTags tags;
    private readonly ILogger logger;

    /// <summary>Asks a chat model.</summary>
    /// <param name="client">The model; it is not disposed of with this.</param>
    /// <param name="options">How it is asked; null for the defaults. Do not change them afterwards.</param>
    /// <param name="loggers">Where messages go; null for nowhere.</param>
    /// <exception cref="ArgumentException">An option is wrong.</exception>
    public ChatRecommender(IChatClient client, ChatRecommenderOptions? options = null, ILoggerFactory? loggers = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        this.client = client;
        this.options = options ?? new ChatRecommenderOptions();
        if (this.options.Flaws().FirstOrDefault() is { } flaw)
        {
            throw new ArgumentException(flaw, nameof(options));
        }

        logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger<ChatRecommender>();
        questions = new ChatQuestions(this.options, logger);
        place = ChatPlace.Of(client);
        tags = new ChatTags(client);
    }

    private bool IsJson => options.Form == AnswerForm.JsonSchema;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The subtask has no such variant.</exception>
    public async Task<AnswerResult<TAnswer>> AnswerAsync<TSubtask, TAnswer>(ISubtask<TSubtask, TAnswer> task, CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        ArgumentNullException.ThrowIfNull(task);
        var own = (TSubtask)task;
        var start = Stopwatch.GetTimestamp();
        tags.SetOnCall();
        if (questions.Of<TSubtask, TAnswer>(own, out var question) is { } problem)
        {
            return Told<TSubtask, TAnswer>(AnswerResult<TAnswer>.Failed(problem), start, question);
        }

        var reply = await AskAsync(question!.Messages, question.Options, cancellationToken).ConfigureAwait(false);
        var result = Read<TSubtask, TAnswer>(own, question, reply) with { Usage = Usage(start, reply) };
        if (options.Reask && result is { CallFailure: null, Failure: { } failure })
        {
            logger.Reasked(TSubtask.Descriptor.Id, failure.Slot, failure.Position);
            var again = await AskAsync(questions.Again(question, reply.Text, failure), question.Options, cancellationToken).ConfigureAwait(false);
            result = Read<TSubtask, TAnswer>(own, question, again) with { Usage = Usage(start, reply, again) };
        }

        return Told<TSubtask, TAnswer>(result, start, question);
    }

    /// <inheritdoc/>
    /// <remarks>With <see cref="AnswerForm.JsonSchema"/> the text comes in one piece at the end, as the label of the answer. The question is never put again.</remarks>
    /// <exception cref="ArgumentException">The subtask has no such variant.</exception>
    public async IAsyncEnumerable<AnswerPiece<TAnswer>> StreamAsync<TSubtask, TAnswer>(
        ISubtask<TSubtask, TAnswer> task, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        ArgumentNullException.ThrowIfNull(task);
        var own = (TSubtask)task;
        var start = Stopwatch.GetTimestamp();
        tags.SetOnCall();
        if (questions.Of<TSubtask, TAnswer>(own, out var question) is { } problem)
        {
            yield return new AnswerPiece<TAnswer>("") { Result = Told<TSubtask, TAnswer>(AnswerResult<TAnswer>.Failed(problem), start, question) };
            yield break;
        }

        var reply = new ChatReply();
        var relay = new StreamRelay(question!.Broken, holdAll: IsJson);
        await foreach (var piece in PiecesAsync(question, reply, cancellationToken).ConfigureAwait(false))
        {
            if (relay.Push(piece) is { Length: > 0 } ready)
            {
                yield return new AnswerPiece<TAnswer>(ready);
            }
        }

        var result = Read<TSubtask, TAnswer>(own, question, reply) with { Usage = Usage(start, reply) };
        var rest = IsJson ? LabelOf<TSubtask, TAnswer>(own, result) : relay.Rest();
        yield return new AnswerPiece<TAnswer>(rest) { Result = Told<TSubtask, TAnswer>(result, start, question) };
    }

    private async Task<ChatReply> AskAsync(IReadOnlyList<ChatMessage> messages, ChatOptions request, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (options.Timeout is { } timeout)
        {
            limit.CancelAfter(timeout);
        }

        try
        {
            return ChatReply.Of(await client.GetResponseAsync(messages, request, limit.Token).ConfigureAwait(false));
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && ChatFailures.Of(error, place) is { } failure)
        {
            return ChatReply.Of(failure);
        }
    }

    private async IAsyncEnumerable<string> PiecesAsync(ChatQuestion question, ChatReply reply, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        silence.CancelAfter(options.StreamTimeout);
        await using var updates = client.GetStreamingResponseAsync(question.Messages, question.Options, silence.Token).GetAsyncEnumerator(silence.Token);
        while (true)
        {
            try
            {
                if (!await updates.MoveNextAsync().ConfigureAwait(false))
                {
                    reply.Complete();
                    yield break;
                }
            }
            catch (Exception error) when (!cancellationToken.IsCancellationRequested && ChatFailures.Of(error, place) is { } failure)
            {
                reply.Fail(failure);
                yield break;
            }

            silence.CancelAfter(options.StreamTimeout);
            yield return reply.Add(updates.Current);
        }
    }

    private AnswerResult<TAnswer> Read<TSubtask, TAnswer>(TSubtask own, ChatQuestion question, ChatReply reply)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var text = question.Broken.Restore(reply.Text);
        if (reply.Failure is { } failure)
        {
            return AnswerResult<TAnswer>.Failed(failure, text);
        }

        var parsed = IsJson ? TSubtask.ParseJson(own, text) : TSubtask.Parse(own, text);
        return reply.IsCut && !IsWhole<TSubtask, TAnswer>(parsed)
            ? AnswerResult<TAnswer>.Failed(ChatQuestions.Unfinished(options.MaxOutputTokens), text)
            : new AnswerResult<TAnswer>(parsed, text);
    }

    /// <summary>Whether an answer whose text was cut is complete all the same: what was cut came after it.</summary>
    private static bool IsWhole<TSubtask, TAnswer>(in ParseResult<TAnswer> parsed)
        where TSubtask : ISubtask<TSubtask, TAnswer> =>
        parsed.Succeeded
        && !parsed.Repairs.Any(static repair => repair.Kind == RepairKind.MissingItems)
        && !TSubtask.Descriptor.Slots.Any(static slot => slot is TextSlot);

    private static string LabelOf<TSubtask, TAnswer>(TSubtask own, AnswerResult<TAnswer> result)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        try
        {
            return result.Succeeded ? TSubtask.Descriptor.Label(own, result.Value) : "";
        }
        catch (AnswerRefusedException)
        {
            // A ranking that lacks items has no label; the result has what there is of it.
            return "";
        }
    }

    private static AnswerUsage Usage(long start, params ReadOnlySpan<ChatReply> replies)
    {
        long? input = null, cached = null, output = null;
        foreach (var reply in replies)
        {
            input = Sum(input, reply.InputTokens);
            cached = Sum(cached, reply.CachedTokens);
            output = Sum(output, reply.OutputTokens);
        }

        return new AnswerUsage
        {
            InputTokens = (int?)input,
            CachedInputTokens = (int?)cached,
            OutputTokens = (int?)output,
            Reasked = replies.Length - 1,
            Elapsed = Stopwatch.GetElapsedTime(start),
        };
    }

    private static long? Sum(long? left, long? right) => left is null ? right : left + (right ?? 0);

    private AnswerResult<TAnswer> Told<TSubtask, TAnswer>(AnswerResult<TAnswer> result, long start, ChatQuestion? question)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var subtask = TSubtask.Descriptor.Id;
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (result.CallFailure is { } call)
        {
            logger.CallFailed(subtask, call.Error, elapsed);
        }
        else if (result.Failure is { } failure)
        {
            logger.Unreadable(subtask, failure.Slot, failure.Position);
        }
        else
        {
            logger.Answered(subtask, elapsed, result.Repairs.Length);
        }

        if (options.LogTexts && question is not null)
        {
            logger.Texts(subtask, question.Broken.Text, result.Text);
        }

        return result;
    }
}
