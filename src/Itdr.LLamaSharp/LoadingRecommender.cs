using System.Runtime.CompilerServices;

namespace Itdr.LLamaSharp;

/// <summary>A recommender whose model is loaded when it is first asked, so that an app starts at once.</summary>
internal sealed class LoadingRecommender(Func<Task<LLamaSharpRecommender>> load) : IStreamingRecommender, IAsyncDisposable
{
    private readonly Lazy<Task<LLamaSharpRecommender>> model = new(load);
    private volatile bool disposed;

    public async Task<AnswerResult<TAnswer>> AnswerAsync<TSubtask, TAnswer>(ISubtask<TSubtask, TAnswer> task, CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var loaded = await LoadAsync(cancellationToken).ConfigureAwait(false);
        return await loaded.AnswerAsync(task, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<AnswerPiece<TAnswer>> StreamAsync<TSubtask, TAnswer>(
        ISubtask<TSubtask, TAnswer> task, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var loaded = await LoadAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var piece in loaded.StreamAsync(task, cancellationToken).ConfigureAwait(false))
        {
            yield return piece;
        }
    }

    public async ValueTask DisposeAsync()
    {
        disposed = true;
        if (model.IsValueCreated && !model.Value.IsFaulted)
        {
            await (await model.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }

    private Task<LLamaSharpRecommender> LoadAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return model.Value.WaitAsync(cancellationToken);
    }
}
