namespace Itdr.Datasets.Tables;

/// <summary>
/// The users that a cell may take: a bound that is quick to count, above what the cell itself asks of a user. Of the users
/// within it those with the smallest hashes are sampled.
/// </summary>
/// <param name="Users">How many users to keep, or a few more or fewer.</param>
/// <param name="Rows">The rows that a user must have, all of them.</param>
internal sealed record SampleNeed(int Users, IReadOnlyList<RowNeed> Rows)
{
    /// <summary>Any users.</summary>
    public static SampleNeed Any(int users) => new(users, [new RowNeed(1)]);
}

/// <summary>Rows that a user must have.</summary>
/// <param name="Count">How many, repeated ones counted.</param>
internal sealed record RowNeed(int Count)
{
    /// <summary>The group of the items, or null for those of any.</summary>
    public string? Group { get; init; }

    /// <summary>The lowest rating, or null if any will do.</summary>
    public decimal? MinRating { get; init; }

    /// <summary>The highest rating, or null if any will do.</summary>
    public decimal? MaxRating { get; init; }
}
