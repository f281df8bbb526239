using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources;

/// <summary>The canonical tables of one source.</summary>
/// <param name="Items">The items.</param>
/// <param name="Users">What is known of the users; empty where the source says nothing of them.</param>
/// <param name="Interactions">Who touched what; they are read when users are sampled.</param>
/// <param name="Catalogues">What was read for <paramref name="Items"/> and <paramref name="Users"/>.</param>
internal sealed record SourceTables(
    ItemTable Items,
    UserTable Users,
    IInteractionTable Interactions,
    IReadOnlyList<FileAudit> Catalogues) : IDisposable
{
    /// <summary>What users said about items, or null where the source has no reviews.</summary>
    public IReviewTable? Reviews { get; init; }

    /// <summary>What of the items lies in a file, or null where they are all in memory.</summary>
    public IDisposable? ItemStore { get; init; }

    public void Dispose()
    {
        Interactions.Dispose();
        ItemStore?.Dispose();
    }
}
