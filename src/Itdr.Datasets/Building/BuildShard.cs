using System.Globalization;

namespace Itdr.Datasets;

/// <summary>One of several builds that make a dataset together: of the users and items that are sampled, those whose hash modulo <see cref="Count"/> is <see cref="Index"/>.</summary>
public sealed record BuildShard
{
    /// <summary>The most shards that there may be.</summary>
    public const int Most = 10_000;

    /// <summary>Names a shard.</summary>
    /// <param name="index">Which one, from 0.</param>
    /// <param name="count">How many there are, 1 to <see cref="Most"/>.</param>
    /// <exception cref="DatasetException">There is no such shard.</exception>
    public BuildShard(int index, int count)
    {
        if (count is < 1 or > Most || index < 0 || index >= count)
        {
            throw Wrong(string.Create(CultureInfo.InvariantCulture, $"{index}/{count}"));
        }

        (Index, Count) = (index, count);
    }

    /// <summary>Which one, from 0.</summary>
    public int Index { get; }

    /// <summary>How many there are.</summary>
    public int Count { get; }

    /// <summary>Reads <c>i/n</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="DatasetException">It has not this form, or there is no such shard.</exception>
    public static BuildShard Parse(string text) =>
        text.Split('/') is [var first, var second]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new BuildShard(index, count)
            : throw Wrong(text);

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");

    /// <summary>Whether a user or an item with this hash belongs to the shard.</summary>
    internal bool Holds(ulong hash) => hash % (ulong)Count == (ulong)Index;

    private static DatasetException Wrong(string text) =>
        new($"{text} is no shard; write i/n with n from 1 to {Most} and i from 0 to n - 1, such as 0/3, 1/3 and 2/3.");
}
