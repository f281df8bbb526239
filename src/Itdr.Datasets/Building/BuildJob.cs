namespace Itdr.Datasets.Building;

/// <summary>One run of a build.</summary>
/// <param name="Options">What to build.</param>
/// <param name="Output">Where the files go.</param>
/// <param name="Listener">Who wants to know how far it is.</param>
/// <param name="Cancellation">Stops it.</param>
internal sealed record BuildJob(
    BuildOptions Options, OutputFolder Output, IProgress<BuildProgress>? Listener, CancellationToken Cancellation)
{
    /// <summary>Says how far a stage is.</summary>
    public void Progress(string stage, long done, long total) => Listener?.Report(new BuildProgress(stage, Math.Min(done, Math.Max(1, total)), Math.Max(1, total)));
}
