using System.Globalization;
using System.Text.Json;

namespace Itdr.Inference;

/// <summary>A server said that it failed, though the status of its response is one of success: in the body, or in the middle of a stream.</summary>
/// <param name="status">The status that it means.</param>
/// <param name="body">What it said, as JSON; without the key.</param>
internal sealed class ServerSaidException(int status, string body)
    : HttpRequestException(HttpRequestError.InvalidResponse, "The server sent an error in place of an answer.")
{
    private const int Failed = 500;

    /// <summary>The status that it means.</summary>
    public int Status { get; } = status;

    /// <summary>What it said.</summary>
    public string Body { get; } = body;

    /// <summary>Whether the same request may be served later.</summary>
    public bool IsPassing => Status is >= Failed or 408 or 429;

    /// <summary>The exception for a JSON object in which a server says that it failed, or null if it says nothing of the kind.</summary>
    /// <param name="said">The object.</param>
    /// <param name="key">The key, which a server may repeat; or null.</param>
    public static ServerSaidException? Of(JsonElement said, string? key)
    {
        if (said.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        // vLLM once said {"object":"error","message":…}; all others, and vLLM since, have a field of that name.
        var isError = said.TryGetProperty("object", out var kind) && kind.ValueKind == JsonValueKind.String && kind.ValueEquals("error");
        var hasError = said.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object or JsonValueKind.String;
        if (!isError && !hasError)
        {
            return null;
        }

        var details = hasError && error.ValueKind == JsonValueKind.Object ? error : said;
        return new ServerSaidException(StatusIn(details), KeyRemoval.From(said.GetRawText(), key));
    }

    private static int StatusIn(JsonElement details)
    {
        if (!details.TryGetProperty("code", out var code))
        {
            return Failed;
        }

        var text = code.ValueKind is JsonValueKind.String or JsonValueKind.Number ? code.ToString() : "";
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 400 and < 600 ? status : Failed;
    }
}
