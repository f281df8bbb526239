using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Itdr.Inference;

/// <summary>Hands on what a call says on the engine's thread to a reader that may be slower, and never holds that thread up.</summary>
internal static class EngineStream
{
    /// <summary>Starts a call and gives what it says, and at the end its output.</summary>
    /// <param name="start">Starts the call; it is given whom to tell its text, and what ends it early.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public static async IAsyncEnumerable<EnginePiece<TOutput>> Of<TOutput>(
        Func<Action<string>, CancellationToken, Task<TOutput>> start, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TOutput : class
    {
        // Who stops reading stops the writing too.
        using var left = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var parts = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var call = RunAsync(start, parts.Writer, left.Token, cancellationToken);
        try
        {
            await foreach (var part in parts.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return new EnginePiece<TOutput>(part);
            }

            yield return new EnginePiece<TOutput>("") { Output = await call.ConfigureAwait(false) };
        }
        finally
        {
            await left.CancelAsync().ConfigureAwait(false);

            // Its failure was thrown above; who cancelled or left early waits until the lane is free.
            await ((Task)call).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task<TOutput> RunAsync<TOutput>(
        Func<Action<string>, CancellationToken, Task<TOutput>> start, ChannelWriter<string> parts, CancellationToken left, CancellationToken asked)
    {
        try
        {
            return await start(part => parts.TryWrite(part), left).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (asked.IsCancellationRequested)
        {
            throw new OperationCanceledException(asked);
        }
        finally
        {
            parts.Complete();
        }
    }
}
