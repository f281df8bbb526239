using System.Net.WebSockets;
using System.Text.Json;

namespace Itdr.Samples.Tests.Browsing;

/// <summary>One connection of the DevTools protocol: a command at a time; events are kept as they come.</summary>
internal sealed class DevTools : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ClientWebSocket socket = new();
    private readonly List<(string Method, JsonElement Parameters)> events = [];
    private int lastId;

    /// <summary>What has happened since <see cref="Forget"/>, as far as it arrived before the answer to the last command.</summary>
    public IReadOnlyList<(string Method, JsonElement Parameters)> Events => events;

    public static async Task<DevTools> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var tools = new DevTools();
        await tools.socket.ConnectAsync(address, cancellationToken);
        return tools;
    }

    public void Forget() => events.Clear();

    /// <summary>Sends a command and gives its result.</summary>
    public async Task<JsonElement> SendAsync(string method, object? parameters = null)
    {
        using var late = new CancellationTokenSource(Patience);
        var id = ++lastId;
        var command = JsonSerializer.SerializeToUtf8Bytes(new { id, method, @params = parameters ?? new { } });
        await socket.SendAsync(command, WebSocketMessageType.Text, endOfMessage: true, late.Token);
        while (true)
        {
            var message = await ReceiveAsync(late.Token);
            if (message.TryGetProperty("method", out var name))
            {
                events.Add((name.GetString()!, message.GetProperty("params")));
            }
            else if (message.GetProperty("id").GetInt32() == id)
            {
                return message.TryGetProperty("error", out var error)
                    ? throw new InvalidOperationException($"{method}: {error.GetProperty("message").GetString()}")
                    : message.GetProperty("result");
            }
        }
    }

    public void Dispose() => socket.Dispose();

    private async Task<JsonElement> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, cancellationToken);
            await whole.WriteAsync(buffer.AsMemory(0, part.Count), cancellationToken);
            if (part.EndOfMessage)
            {
                return JsonElement.Parse(whole.GetBuffer().AsSpan(0, (int)whole.Length));
            }
        }
    }
}
