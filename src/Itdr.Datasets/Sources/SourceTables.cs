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

    /// <summary>Makes the tables of a source whose items are read.</summary>
    /// <param name="items">The items, which are closed if it fails.</param>
    /// <param name="context">How the source is read.</param>
    /// <param name="open">Makes the tables in the memory that the items leave.</param>
    /// <exception cref="DatasetException">The items leave too little memory, or a file cannot be read.</exception>
    public static SourceTables Over(ItemTable items, ReadContext context, Func<ReadContext, SourceTables> open)
    {
        try
        {
            return open(MemoryPlan.Beside(items, context));
        }
        catch
        {
            items.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Interactions.Dispose();
        Items.Dispose();
    }
}
