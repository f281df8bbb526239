namespace Itdr.Datasets.Tables;

/// <summary>The users of a source with the smallest sample hashes.</summary>
/// <param name="Users">The users, by hash and then by id; no user that is not here comes before the last of them, unless needs were asked for.</param>
/// <param name="IsWhole">Whether these are all users of the source, so that reading again finds no more.</param>
/// <param name="RowsPerItem">For each item how many rows of the whole source name it, whoever the user is.</param>
internal sealed record UserSample(IReadOnlyList<UserHistory> Users, bool IsWhole, IReadOnlyList<long> RowsPerItem)
{
    /// <summary>
    /// For each <see cref="SampleNeed"/> asked for the last user, before whom no user within it is missing; null if none is
    /// missing at all. Users that come later are there for another need's sake.
    /// </summary>
    public IReadOnlyList<Subject?> Lasts { get; init; } = [];
}
