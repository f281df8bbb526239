using System.Text.Json;

namespace Itdr.Inference;

/// <summary>
/// Reads answers that do not stream to their end, and looks whether they are chat completions, while the request can
/// still be sent again: a cut connection shows only then.
/// </summary>
internal sealed class WholeAnswers : DelegatingHandler
{
    private const int MostBytes = 64 * 1024 * 1024;
    private const string StreamType = "text/event-stream";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Content.Headers.ContentType?.MediaType == StreamType)
        {
            return response;
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

    private static void RequireCompletion(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
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
