namespace Itdr.Datasets.Sources.Reading;

/// <summary>How a source is to be read.</summary>
/// <param name="Seed">The seed of the sample.</param>
/// <param name="MemoryLimit">The memory that what is read may take, in bytes; see <see cref="MemoryPlan"/>.</param>
/// <param name="Threads">How many threads may work.</param>
/// <param name="MaxBadRows">The fraction of a file's rows that may be bad, 0 to 1.</param>
/// <param name="TemporaryFolder">Where to spill what does not fit into memory; the caller removes it.</param>
/// <param name="Progress">Who wants to know how far it is.</param>
/// <param name="Cancellation">Stops the reading.</param>
internal sealed record ReadContext(
    long Seed,
    long MemoryLimit,
    int Threads,
    decimal MaxBadRows,
    string TemporaryFolder,
    Action<string, long, long> Progress,
    CancellationToken Cancellation);
