using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Itdr.Testing.Chat;

/// <summary>A real HTTP server in the test process that keeps every request byte for byte and answers as it is told.</summary>
public sealed class ChatServerDouble : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<RecordedRequest> requests = new();

    private ChatServerDouble(WebApplication app) => this.app = app;

    /// <summary>What came in, in order of arrival.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. requests];

    /// <summary>The address for an OpenAI-compatible client.</summary>
    public Uri Address => new($"{app.Urls.First()}/v1");

    public static async Task<ChatServerDouble> StartAsync(Func<RecordedRequest, HttpContext, Task> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Limits.MaxConcurrentConnections = null);
        var app = builder.Build();
        var server = new ChatServerDouble(app);
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            var request = new RecordedRequest(
                context.Request.Method,
                context.Request.Path,
                context.Request.Headers.ToDictionary(static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
                body.ToArray());
            server.requests.Enqueue(request);
            await answer(request, context);
        });
        await app.StartAsync();
        return server;
    }

    /// <summary>A server that answers everything with one text.</summary>
    public static Task<ChatServerDouble> SayingAsync(string text) => StartAsync((_, context) => Reply.Text(context, text));

    /// <summary>A server whose first answers are these, one a request; the last one goes on.</summary>
    public static Task<ChatServerDouble> InTurnAsync(params Func<HttpContext, Task>[] answers)
    {
        var next = -1;
        return StartAsync((_, context) => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](context));
    }

    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await app.StopAsync(soon.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await app.DisposeAsync();
    }
}

/// <summary>A request as it came over the wire.</summary>
public sealed record RecordedRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The content of a message.</summary>
    public string Message(Index index) => Json.GetProperty("messages").EnumerateArray().ToArray()[index].GetProperty("content").GetString()!;
}
