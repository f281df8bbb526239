using System.Text.Json;
using System.Text.Unicode;

namespace Itdr.Inference;

/// <summary>
/// Reads answers that do not stream to their end, and looks whether they are chat completions, while the request can
/// still be sent again: a cut connection shows only then. In streams it looks for errors.
/// </summary>
/// <param name="key">The key, which a server may repeat; or null.</param>
internal sealed class WholeAnswers(string? key) : DelegatingHandler
{
    private const int MostBytes = 64 * 1024 * 1024;
    private const string StreamType = "text/event-stream";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Content.Headers.ContentType?.MediaType == StreamType)
        {
            return response.IsSuccessStatusCode ? await WatchedAsync(response, cancellationToken).ConfigureAwait(false) : response;
        }

        try
        {
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                RequireCompletion(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
            }

            return response;
        }
        catch (Exception error)
        {
            response.Dispose();
            // Before a body is complete its connection can only end; the library says so in several ways.
            if (error is IOException or HttpRequestException { HttpRequestError: not HttpRequestError.InvalidResponse })
            {
                throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer was cut off.", error);
            }

            throw;
        }
    }

    /// <summary>The same response with a stream that breaks where the server says that it failed.</summary>
    private async Task<HttpResponseMessage> WatchedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var watched = new StreamContent(new EventErrors(await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), key));
        foreach (var (name, values) in response.Content.Headers)
        {
            watched.Headers.TryAddWithoutValidation(name, values);
        }

        response.Content = watched;
        return response;
    }

    private void RequireCompletion(byte[] body)
    {
        if (!Utf8.IsValid(body))
        {
            throw NoCompletion(null);
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            if (ServerSaidException.Of(document.RootElement, key) is { } failure)
            {
                throw failure;
            }

            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("choices", out var choices)
                && choices.ValueKind == JsonValueKind.Array
                && choices.GetArrayLength() > 0
                && choices[0].ValueKind == JsonValueKind.Object
                && choices[0].TryGetProperty("message", out var message)
                && message.ValueKind == JsonValueKind.Object)
            {
                return;
            }
        }
        catch (JsonException error)
        {
            throw NoCompletion(error);
        }

        throw NoCompletion(null);
    }

    private static HttpRequestException NoCompletion(Exception? inner) =>
        new(HttpRequestError.InvalidResponse, "The answer is no chat completion.", inner);
}
