using Microsoft.Extensions.AI;

namespace Itdr.Inference.Tests.Chat;

/// <summary>The OpenAI library closes a reply that it reads when it is cancelled, and then reads on.</summary>
public sealed class CancelledReplyTests
{
    [Fact]
    public async Task A_call_that_is_cancelled_while_its_reply_is_read_ends_as_cancelled()
    {
        using var http = new HttpClient();
        using var client = new EndpointChatClient(ReadsOn(), http);
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        var whole = await Assert.ThrowsAsync<OperationCanceledException>(() => client.GetResponseAsync("Hi", cancellationToken: cancel.Token));
        Assert.Equal(cancel.Token, whole.CancellationToken);
        await using var streamed = client.GetStreamingResponseAsync("Hi", cancellationToken: cancel.Token).GetAsyncEnumerator(cancel.Token);
        await Assert.ThrowsAsync<OperationCanceledException>(async () => await streamed.MoveNextAsync());
    }

    [Fact]
    public async Task A_client_that_was_disposed_of_says_so()
    {
        using var http = new HttpClient();
        using var client = new EndpointChatClient(ReadsOn(), http);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetResponseAsync("Hi"));
    }

    private static ClientDouble ReadsOn() => new((_, _) => throw new ObjectDisposedException(null, "Cannot access a closed Stream."));
}
