using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Itdr.Testing.Chat;

/// <summary>What the server double says, and how it misbehaves.</summary>
public static class Reply
{
    public static Task Text(HttpContext context, string text, string finish = "stop") => Raw(context, 200, Completion(text, finish));

    public static string Completion(string text, string finish = "stop") => $$$"""
        {"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"{{{finish}}}","message":{"role":"assistant","content":{{{Quoted(text)}}} }}],"usage":{"prompt_tokens":30,"completion_tokens":7,"total_tokens":37,"prompt_tokens_details":{"cached_tokens":20} } }
        """;

    public static Task Refusal(HttpContext context) => Raw(context, 200, """
        {"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":null,"refusal":"no"}}]}
        """);

    public static async Task Raw(HttpContext context, int status, string body, string type = "application/json", params (string Name, string Value)[] headers)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(body);
    }

    public static Task Error(HttpContext context, int status, string message, params (string Name, string Value)[] headers) =>
        Raw(context, status, $$$"""{"error":{"message":{{{Quoted(message)}}},"type":"t"}}""", headers: headers);

    /// <summary>Begins an answer and breaks the connection in the middle of it.</summary>
    public static async Task Cut(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        var whole = Completion("1. Heat");
        context.Response.ContentLength = Encoding.UTF8.GetByteCount(whole);
        await context.Response.WriteAsync(whole[..(whole.Length / 2)]);
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    public static async Task Silence(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The client has gone, as it should.
        }
    }

    /// <summary>Streams pieces; without an end, the connection closes in good order after the last of them, or breaks.</summary>
    public static async Task Stream(HttpContext context, IEnumerable<string> pieces, bool ends = true, bool breaks = false)
    {
        if (!context.Response.HasStarted)
        {
            context.Response.ContentType = "text/event-stream";
        }

        foreach (var piece in pieces)
        {
            await Event(context, $$$"""{"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":{{{Quoted(piece)}}}},"finish_reason":null}]}""");
        }

        if (breaks)
        {
            // A broken connection takes along what the other side has not read yet; it shall have read the pieces.
            await Task.Delay(300);
            context.Abort();
        }
        else if (ends)
        {
            await Event(context, """{"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""");
            await Event(context, """{"id":"c","object":"chat.completion.chunk","created":1,"model":"m","choices":[],"usage":{"prompt_tokens":30,"completion_tokens":7,"total_tokens":37}}""");
            await Event(context, "[DONE]");
        }
    }

    private static async Task Event(HttpContext context, string data)
    {
        await context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"data: {data}\n\n"));
        await context.Response.Body.FlushAsync();
    }

    private static string Quoted(string text) => JsonSerializer.Serialize(text);
}
