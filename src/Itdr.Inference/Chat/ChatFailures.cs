using System.ClientModel;
using System.Globalization;
using System.Text.Json;
using Polly.Timeout;

namespace Itdr.Inference;

/// <summary>Tells from an exception of a chat client why a call failed, in a sentence that says what to do.</summary>
internal static class ChatFailures
{
    private static readonly string[] TooLongWords =
    [
        "context_length_exceeded", "maximum context length", "exceed_context_size", "context size", "context window",
        "context length", "prompt is too long", "reduce the length", "max_model_len",
    ];

    /// <summary>The connection ended in the middle of an answer.</summary>
    public static CallFailure CutOff() =>
        new(AnswerError.CutOff, "The connection to the chat model ended in the middle of the answer; ask again, and see whether the server or a proxy before it ends long answers.");

    /// <summary>Why a call failed, or null if the exception is none of a chat client's.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="where">The server and the model.</param>
    public static CallFailure? Of(Exception error, ChatPlace where)
    {
        // Whatever a call was doing when its time was up fails as well, in ways of its own.
        if (error is OperationCanceledException)
        {
            return TimedOut(where);
        }

        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            var failure = cause switch
            {
                ServerSaidException said => OfStatus(said.Status, said.Body, where),
                UnreadableReplyException { IsStream: true } => NotStreamed(where),
                ClientResultException { Status: > 0 } answered => OfStatus(answered.Status, Body(answered), where),
                TimeoutRejectedException or TimeoutException => TimedOut(where),
                HttpRequestException { StatusCode: { } status } => OfStatus((int)status, "", where),
                OperationCanceledException => TimedOut(where),
                HttpRequestException http => OfHttp(http, where),
                IOException => CutOff(),
                JsonException => Nonsense(where),
                _ => null,
            };
            if (failure is not null)
            {
                return failure;
            }
        }

        return null;
    }

    /// <summary>Why a server that answered with a status of failure did not serve a request.</summary>
    internal static CallFailure OfStatus(int status, string body, ChatPlace where)
    {
        if (body.Contains("insufficient_quota", StringComparison.OrdinalIgnoreCase))
        {
            return new(AnswerError.Rejected, $"The account at {where.Server} has no quota left; add to it, or use another key.");
        }

        if (TooLongWords.Any(word => body.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            return new(AnswerError.TooLong, $"The prompt and its answer do not fit in the context of {where.Model}{Said(body)}; start the server with a larger context, or give the task fewer or shorter items.");
        }

        return status switch
        {
            401 or 403 => new(AnswerError.Unauthorized, $"{where.Server} does not accept the key (status {Text(status)}); set the key that it expects (itdr reads ITDR_API_KEY)."),
            404 when body.Contains("model", StringComparison.OrdinalIgnoreCase) => UnknownModel(where),
            400 when body.Contains("model_not_found", StringComparison.OrdinalIgnoreCase) => UnknownModel(where),
            404 or 405 => new(AnswerError.Rejected, $"{where.Server} has no chat completions at that address (status {Text(status)}); give the address up to and with /v1."),
            408 or 504 => TimedOut(where),
            429 => new(AnswerError.RateLimited, $"{where.Server} takes no more calls for now (status 429) and did not after the retries; ask with less concurrency, or later."),
            >= 500 => new(AnswerError.ServerFailed, $"{where.Server} failed (status {Text(status)}){Said(body)}; see its log, and ask again."),
            _ => new(AnswerError.Rejected, $"{where.Server} did not accept the request (status {Text(status)}){Said(body)}; check that the options name the kind of server that it is."),
        };
    }

    private static CallFailure OfHttp(HttpRequestException error, ChatPlace where) => error.HttpRequestError switch
    {
        HttpRequestError.ResponseEnded => CutOff(),
        HttpRequestError.InvalidResponse => Nonsense(where),
        HttpRequestError.Unknown when error.InnerException is IOException => CutOff(),
        _ => new(AnswerError.Unreachable, $"No connection to {where.Server} came about; check that the server runs and that the address is right."),
    };

    private static CallFailure UnknownModel(ChatPlace where) =>
        new(AnswerError.UnknownModel, $"{where.Server} does not know the model {where.Model}; ask it for /v1/models and use one of those names.");

    private static CallFailure TimedOut(ChatPlace where) =>
        new(AnswerError.TimedOut, $"{where.Server} took longer than was allowed; raise the timeout, ask with less concurrency, or bound the answer's tokens.");

    private static CallFailure Nonsense(ChatPlace where) =>
        new(AnswerError.ServerFailed, $"What {where.Server} sent is no chat completion; check that the address is that of an OpenAI-compatible server, up to and with /v1.");

    private static CallFailure NotStreamed(ChatPlace where) =>
        new(AnswerError.ServerFailed, $"What {where.Server} sent is no stream of chat completions; ask it for whole answers, or use a server that streams.");

    private static string Body(ClientResultException error)
    {
        try
        {
            return error.GetRawResponse()?.Content.ToString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // The body of a streamed answer was not kept; the status alone has to do.
            return "";
        }
    }

    /// <summary>What the server says about it, as a clause; nothing if it says nothing that can be shown.</summary>
    private static string Said(string body)
    {
        const int Most = 200;
        var message = Message(body);
        if (message.Length == 0)
        {
            return "";
        }

        var line = string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $", saying \"{(line.Length > Most ? $"{line[..Most]}…" : line).TrimEnd('.')}\"";
    }

    private static string Message(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            foreach (var name in (string[])["error", "message", "detail"])
            {
                if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var found))
                {
                    var text = found.ValueKind == JsonValueKind.Object && found.TryGetProperty("message", out var inner) ? inner : found;
                    return text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
                }
            }
        }
        catch (JsonException)
        {
            // A page of some proxy; it helps nobody in a sentence.
        }

        return "";
    }

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
