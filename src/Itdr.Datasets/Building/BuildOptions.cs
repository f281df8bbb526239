using Itdr.Instances;

namespace Itdr.Datasets;

/// <summary>What to build, from what and how. All but memory and threads decides the bytes of the result.</summary>
public sealed record BuildOptions
{
    /// <summary>The sources; at least one, each name once.</summary>
    public required IReadOnlyList<SourceInput> Sources { get; init; }

    /// <summary>The folder to write, which must not exist or be empty.</summary>
    public required string Output { get; init; }

    /// <summary>The cells to make, extra ones among them; empty for all ordinary cells of the sources.</summary>
    public IReadOnlyList<CellName> Cells { get; init; } = [];

    /// <summary>Whether the extra cells of the sources are made too.</summary>
    public bool Extra { get; init; }

    /// <summary>The most users that a cell takes; at least 1.</summary>
    public int Limit { get; init; } = 6250;

    /// <summary>The seed of everything drawn.</summary>
    public long Seed { get; init; } = 42;

    /// <summary>The shares of the splits.</summary>
    public SplitRatio Split { get; init; } = SplitRatio.Default;

    /// <summary>What decides the split of an instance.</summary>
    public SplitBy SplitBy { get; init; } = SplitBy.User;

    /// <summary>How negatives are drawn; null as each cell says: uniformly, and for mind those first that the user was shown and never clicked.</summary>
    public NegativeSampling? Negatives { get; init; }

    /// <summary>Thresholds with another value than their default; of several for one threshold the last holds.</summary>
    public IReadOnlyList<CellSetting> Settings { get; init; } = [];

    /// <summary>The part of the dataset to make, or null for all of it.</summary>
    public BuildShard? Shard { get; init; }

    /// <summary>Whether to go on with a build that was killed, with the same options; only memory and threads may be others.</summary>
    public bool Resume { get; init; }

    /// <summary>The memory that the whole process keeps to, in bytes; at least 256 MB, and more where a source has millions of items.</summary>
    public long MemoryLimit { get; init; } = 2_000_000_000;

    /// <summary>The most threads that may work.</summary>
    public const int MostThreads = 256;

    /// <summary>How many threads work, 1 to <see cref="MostThreads"/>.</summary>
    public int Threads { get; init; } = Math.Min(Environment.ProcessorCount, MostThreads);

    /// <summary>The fraction of a file's rows that may be bad before the build stops, 0 to 1.</summary>
    public decimal MaxBadRows { get; init; } = 0.001m;
}
