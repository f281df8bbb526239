namespace Itdr.LLamaSharp;

/// <summary>A recommender whose model is loaded when it is first asked, so that an app starts at once.</summary>
internal sealed class LoadingRecommender(Func<Task<LLamaSharpRecommender>> load) : IRecommender, IAsyncDisposable
{
    private readonly Lazy<Task<LLamaSharpRecommender>> model = new(load);
    private volatile bool disposed;

    public async Task<AnswerResult<TAnswer>> AnswerAsync<TSubtask, TAnswer>(ISubtask<TSubtask, TAnswer> task, CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        var loaded = await model.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        return await loaded.AnswerAsync(task, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        disposed = true;
        if (model.IsValueCreated && !model.Value.IsFaulted)
        {
            await (await model.Value.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }
}
