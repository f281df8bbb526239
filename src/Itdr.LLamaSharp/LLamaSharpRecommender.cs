using System.Collections.Concurrent;
using Itdr.Inference;
using Microsoft.Extensions.Logging;

namespace Itdr.LLamaSharp;

/// <summary>
/// Answers tasks with a model from a GGUF file in this process. Safe for use by several threads. Where the model or an
/// adapter says that it was trained with another template of a subtask, the first task of that subtask is answered
/// with a warning in the log.
/// </summary>
public sealed partial class LLamaSharpRecommender : IStreamingRecommender, IAsyncDisposable
{
    private readonly EngineRecommender recommender;
    private readonly ILogger? logger;
    private readonly ConcurrentDictionary<string, bool> checkedSubtasks = new(StringComparer.Ordinal);

    /// <summary>Takes over an engine.</summary>
    /// <param name="engine">The engine; it is disposed of together with this.</param>
    /// <param name="sharing">How the engine is shared by calls; null for the defaults.</param>
    /// <param name="asking">How the model is asked; null for the defaults.</param>
    /// <param name="logger">Hears warnings; null for nobody.</param>
    /// <exception cref="ArgumentException">The options do not fit the engine.</exception>
    public LLamaSharpRecommender(LLamaTokenEngine engine, EngineHostOptions? sharing = null, EngineRecommenderOptions? asking = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(engine);
        (Engine, Host, this.logger) = (engine, new EngineHost(engine, sharing), logger);
        recommender = new EngineRecommender(Host, asking);
    }

    /// <summary>The model. Only <see cref="Host"/> may use it; what it says about itself is for everyone.</summary>
    public LLamaTokenEngine Engine { get; }

    /// <summary>The owner of the model, for calls that are no tasks.</summary>
    public EngineHost Host { get; }

    /// <inheritdoc/>
    /// <exception cref="ObjectDisposedException">This was disposed of before the call began.</exception>
    public Task<AnswerResult<TAnswer>> AnswerAsync<TSubtask, TAnswer>(ISubtask<TSubtask, TAnswer> task, CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        WarnOfOtherTemplate(TSubtask.Descriptor);
        return recommender.AnswerAsync(task, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Each place of a ranking comes when it is decided, free text as it is drawn. Who stops reading ends the call.</remarks>
    /// <exception cref="ObjectDisposedException">This was disposed of before the call began.</exception>
    public IAsyncEnumerable<AnswerPiece<TAnswer>> StreamAsync<TSubtask, TAnswer>(ISubtask<TSubtask, TAnswer> task, CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        WarnOfOtherTemplate(TSubtask.Descriptor);
        return recommender.StreamAsync(task, cancellationToken);
    }

    /// <summary>Replaces the adapters once the calls that run are done; calls that come later wait.</summary>
    /// <param name="settings">The adapters from now on; none for the model alone.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="LLamaSharpException">A file is no adapter for this model; the adapters are as they were.</exception>
    public async Task SetAdaptersAsync(IReadOnlyList<LoraSetting> settings, CancellationToken cancellationToken = default)
    {
        await Host.SetAdaptersAsync(Engine, settings, cancellationToken).ConfigureAwait(false);
        checkedSubtasks.Clear();
    }

    /// <summary>Lets running calls end, refuses those still queued, and frees the model.</summary>
    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private void WarnOfOtherTemplate(SubtaskDescriptor descriptor)
    {
        if (logger is not null && checkedSubtasks.TryAdd(descriptor.Id, true)
            && Engine.TemplateHashes.TryGetValue(descriptor.Id, out var trained)
            && !string.Equals(trained, descriptor.TemplateHash, StringComparison.OrdinalIgnoreCase))
        {
            OtherTemplate(logger, descriptor.Id, trained, descriptor.TemplateHash);
        }
    }

    [LoggerMessage(EventId = 605, Level = LogLevel.Warning, Message = "The model was trained with another template of {Subtask} ({Trained}) than it is asked with ({Asked}), so its answers may be worse; use the version of the subtask that it was trained with, or train it again.")]
    private static partial void OtherTemplate(ILogger logger, string subtask, string trained, string asked);
}
