using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Tables;

/// <summary>The interactions of a source, far too many to keep: they are read anew for each sample of users.</summary>
internal interface IInteractionTable : IDisposable
{
    /// <summary>What the last reading found, a file each; empty before the first.</summary>
    IReadOnlyList<FileAudit> Audits { get; }

    /// <summary>Reads all interactions once and keeps those of the users with the smallest sample hashes.</summary>
    /// <param name="users">How many users to keep, or a few more or fewer.</param>
    /// <exception cref="DatasetException">The file cannot be read, or too many of its rows cannot.</exception>
    UserSample Sample(int users);

    /// <summary>Reads all interactions once and keeps those of the users that some needs ask for.</summary>
    /// <param name="needs">The needs. A table that cannot tell users apart by them takes the most users that any of them asks for.</param>
    /// <exception cref="DatasetException">The file cannot be read, or too many of its rows cannot.</exception>
    UserSample Sample(IReadOnlyList<SampleNeed> needs)
    {
        var sample = Sample(needs.Max(static need => need.Users));
        var last = sample.IsWhole ? null : sample.Users[^1];
        return sample with { Lasts = [.. needs.Select(_ => last)] };
    }

    /// <summary>Counts the users who touched each of some items, each user once.</summary>
    /// <param name="items">The items' indices, each of which some row names.</param>
    /// <returns>The counts by item; null for a source in which no user has two rows for an item, so that the rows are the users.</returns>
    IReadOnlyDictionary<int, long>? UsersOf(IEnumerable<int> items) => null;
}
