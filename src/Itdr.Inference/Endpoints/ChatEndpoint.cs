using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenAI;

namespace Itdr.Inference;

/// <summary>Chat models behind an OpenAI-compatible address: vLLM, llama-server, Ollama, OpenAI.</summary>
public static class ChatEndpoint
{
    // A server without keys still gets one, since the library insists on it.
    private const string NoKey = "none";

    private const string ChatPath = "/chat/completions";

    /// <summary>Makes a client; passing faults are met with retries, see <see cref="ChatEndpointOptions.Retries"/>.</summary>
    /// <param name="options">Where the model is.</param>
    /// <param name="loggers">Where retries are logged; null for nowhere.</param>
    /// <returns>The client; disposing of it closes its connections.</returns>
    /// <exception cref="ArgumentException">An option is wrong.</exception>
    public static IChatClient Connect(ChatEndpointOptions options, ILoggerFactory? loggers = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Flaws().FirstOrDefault() is { } flaw)
        {
            throw new ArgumentException(flaw, nameof(options));
        }

        var address = Base(options.Address!);
        var logger = (loggers ?? NullLoggerFactory.Instance).CreateLogger(typeof(ChatEndpoint).FullName!);
        var http = new HttpClient(Handlers(options, address, logger)) { Timeout = Timeout.InfiniteTimeSpan };
        var library = new OpenAIClient(new ApiKeyCredential(options.ApiKey ?? NoKey), new OpenAIClientOptions
        {
            Endpoint = address,
            Transport = new HttpClientPipelineTransport(http),
            // Retries and timeouts stand in one place, our own handlers.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        });
        return new EndpointChatClient(library.GetChatClient(options.Model).AsIChatClient(), http);
    }

    private static HttpMessageHandler Handlers(ChatEndpointOptions options, Uri address, ILogger logger)
    {
        var connections = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        var whole = new WholeAnswers(options.ApiKey) { InnerHandler = connections };
        var patient = new ResilienceHandler(Patience.Of(options, address, logger)) { InnerHandler = whole };
        return options.ApiKey is { } key ? new KeyRemoval(key) { InnerHandler = patient } : patient;
    }

    /// <summary>The address to which the library appends the path of a call; a whole path is taken as well.</summary>
    private static Uri Base(Uri address)
    {
        var text = address.AbsoluteUri.TrimEnd('/');
        return new Uri(text.EndsWith(ChatPath, StringComparison.OrdinalIgnoreCase) ? text[..^ChatPath.Length] : text);
    }
}
