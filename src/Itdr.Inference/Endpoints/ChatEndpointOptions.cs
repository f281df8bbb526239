namespace Itdr.Inference;

/// <summary>Where an OpenAI-compatible chat model is, and how patiently it is asked.</summary>
public sealed class ChatEndpointOptions
{
    /// <summary>The address, up to and with <c>/v1</c>: <c>http://localhost:8000/v1</c>.</summary>
    public Uri? Address { get; set; }

    /// <summary>The name of the model at the server.</summary>
    public string Model { get; set; } = "";

    /// <summary>The key, or null for a server that wants none. It goes into the header of requests and nowhere else.</summary>
    public string? ApiKey { get; set; }

    /// <summary>
    /// How often a request is sent again after a passing fault: no connection, a cut one, no answer in time, 408, 429,
    /// 5xx, or something that is no chat completion. From 0 to 20; 4 by default.
    /// </summary>
    public int Retries { get; set; } = 4;

    /// <summary>The wait before the first retry; it doubles with each, with some chance. 0.5 seconds by default. A server's Retry-After goes before it.</summary>
    public TimeSpan FirstWait { get; set; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The longest wait before a retry; a server that asks for more is not asked again. 2 minutes by default.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long one try may take, up to the whole answer or, while streaming, to its first piece; 5 minutes by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>What is wrong with these options, each as a sentence; empty if nothing is.</summary>
    internal IEnumerable<string> Flaws()
    {
        if (Address is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            yield return "The address of the chat model must be absolute and begin with http:// or https://, such as http://localhost:8000/v1.";
        }
        else if (Address.UserInfo.Length > 0 || Address.Query.Length > 0)
        {
            yield return "The address of the chat model must hold neither a user nor a query, which would end up in messages; give a key as ApiKey.";
        }

        if (string.IsNullOrWhiteSpace(Model))
        {
            yield return "The model must have a name; the server lists its names at /v1/models.";
        }

        if (ApiKey is { } key && (key.Length == 0 || key.Any(static character => char.IsControl(character) || character > '~')))
        {
            yield return "The key must hold at least one character, and ASCII characters only, without line breaks.";
        }

        if (Retries is < 0 or > 20)
        {
            yield return $"Retries is {Retries}; it must be from 0 to 20.";
        }

        if (FirstWait < TimeSpan.Zero || LongestWait < FirstWait || LongestWait > TimeSpan.FromDays(1))
        {
            yield return "FirstWait must be 0 or more, and LongestWait from FirstWait to one day.";
        }

        if (Timeout < TimeSpan.FromMilliseconds(10) || Timeout > TimeSpan.FromDays(1))
        {
            yield return "Timeout must be from 10 milliseconds to one day.";
        }
    }
}
