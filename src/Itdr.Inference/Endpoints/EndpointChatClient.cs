using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace Itdr.Inference;

/// <summary>The OpenAI library's client with its connections. What the library stumbles over in a reply is told as that.</summary>
/// <param name="inner">The library's client.</param>
/// <param name="http">Its connections.</param>
internal sealed class EndpointChatClient(IChatClient inner, HttpClient http) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            return await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (IsOfCancelling(error, cancellationToken))
        {
            throw new OperationCanceledException(error.Message, error, cancellationToken);
        }
        catch (Exception error) when (IsOfReading(error))
        {
            throw new UnreadableReplyException(isStream: false, error);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            try
            {
                if (!await updates.MoveNextAsync().ConfigureAwait(false))
                {
                    yield break;
                }
            }
            catch (Exception error) when (IsOfCancelling(error, cancellationToken))
            {
                throw new OperationCanceledException(error.Message, error, cancellationToken);
            }
            catch (Exception error) when (IsOfReading(error))
            {
                throw new UnreadableReplyException(isStream: true, error);
            }

            yield return updates.Current;
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
        {
            http.Dispose();
        }
    }

    /// <summary>
    /// Whether the library failed because it was cancelled: where that comes while it reads a reply, it closes the reply
    /// and then reads on.
    /// </summary>
    private static bool IsOfCancelling(Exception error, CancellationToken cancellationToken) =>
        error is ObjectDisposedException && cancellationToken.IsCancellationRequested;

    /// <summary>
    /// Whether the library failed at what it read: a value of another type, a reason for the end that it does not know,
    /// a whole answer in place of a stream. It has no exception of its own for that.
    /// </summary>
    private static bool IsOfReading(Exception error) =>
        error is (InvalidOperationException and not ObjectDisposedException)
            or FormatException or ArgumentOutOfRangeException or KeyNotFoundException or OverflowException or NullReferenceException;
}
