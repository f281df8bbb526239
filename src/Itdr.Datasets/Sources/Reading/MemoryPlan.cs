using System.Globalization;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Reading;

/// <summary>
/// What the memory of a build goes to: the process itself, the table of the items, which must be in memory, and the rows,
/// which are sampled and spilled within what is left.
/// </summary>
internal static class MemoryPlan
{
    /// <summary>The least memory of a build, in bytes.</summary>
    public const long Least = 256_000_000;

    /// <summary>The runtime, the libraries and the buffers of reading and writing.</summary>
    private const long Process = 160_000_000;

    private const long LeastForRows = 64_000_000;

    /// <summary>What is counted and put in order of each item beside the table: its rows, its sample hash, its place among the negatives.</summary>
    private const int BytesPerItem = 32;

    /// <summary>What is left to read a source with.</summary>
    /// <param name="limit">The memory of the build, in bytes; at least <see cref="Least"/>.</param>
    public static long Reading(long limit) => limit - Process;

    /// <summary>How to read the rows of a source beside its items.</summary>
    /// <param name="items">The items.</param>
    /// <param name="context">How the source is read.</param>
    /// <exception cref="DatasetException">The items leave too little memory for the rows.</exception>
    public static ReadContext Beside(ItemTable items, ReadContext context)
    {
        var taken = TakenBy(items);
        var left = context.MemoryLimit - taken;
        return left >= LeastForRows ? context with { MemoryLimit = left } : throw new DatasetException(string.Create(
            CultureInfo.InvariantCulture,
            $"The items of the source take {Megabytes(taken)} MB of memory, which leaves too little of {Megabytes(context.MemoryLimit + Process)} MB for its rows; raise --memory to {Megabytes(taken + LeastForRows + Process)}MB or more."));
    }

    /// <summary>The bytes that items take while rows are read and sampled.</summary>
    public static long TakenBy(ItemTable items) => items.Bytes + (items.Count * (long)BytesPerItem);

    private static long Megabytes(long bytes) => (bytes + 999_999) / 1_000_000;
}
