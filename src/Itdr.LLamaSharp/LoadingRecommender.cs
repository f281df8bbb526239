using System.Runtime.CompilerServices;

namespace Itdr.LLamaSharp;

/// <summary>
/// A recommender whose model is loaded when it is first asked, so that an app starts at once. A model that could not be
/// loaded, for want of memory perhaps, is loaded anew when it is asked again.
/// </summary>
internal sealed class LoadingRecommender(Func<Task<LLamaSharpRecommender>> load) : IStreamingRecommender, IAsyncDisposable
{
    private readonly Lock gate = new();
    private Task<LLamaSharpRecommender>? model;
    private bool disposed;

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
        Task<LLamaSharpRecommender>? loading;
        lock (gate)
        {
            (disposed, loading) = (true, model);
        }

        if (loading is null)
        {
            return;
        }

        // Why a model could not be loaded was told to those who asked it.
        await ((Task)loading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (loading.IsCompletedSuccessfully)
        {
            await loading.Result.DisposeAsync().ConfigureAwait(false);
        }
    }

    private Task<LLamaSharpRecommender> LoadAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            if (model is null or { IsFaulted: true })
            {
                model = Task.Run(load, CancellationToken.None);
            }

            return model.WaitAsync(cancellationToken);
        }
    }
}
