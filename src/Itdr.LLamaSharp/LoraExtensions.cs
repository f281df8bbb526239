using Itdr.Inference;

namespace Itdr.LLamaSharp;

/// <summary>Adapters of an engine that a host owns.</summary>
public static class LoraExtensions
{
    /// <summary>
    /// Replaces the adapters once the calls that run are done; calls that come later wait. Everything in the cache is
    /// forgotten, since it was computed with the old ones.
    /// </summary>
    /// <param name="host">The host of <paramref name="engine"/>.</param>
    /// <param name="engine">The engine.</param>
    /// <param name="settings">The adapters from now on; none for the model alone.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="LLamaSharpException">A file is no adapter for this model; the adapters are as they were.</exception>
    public static Task SetAdaptersAsync(
        this EngineHost host, LLamaTokenEngine engine, IReadOnlyList<LoraSetting> settings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(engine);
        return host.ChangeAsync(() => engine.SetAdapters(settings), cancellationToken);
    }
}
