namespace Itdr.Datasets.Tables;

/// <summary>The reviews of a source, far too many to keep: they are read when it is known of which items they are wanted.</summary>
internal interface IReviewTable
{
    /// <summary>Reads all reviews once and hands over those of some items, in any order and on one thread.</summary>
    /// <param name="items">The indices of the items.</param>
    /// <param name="take">Takes each review.</param>
    /// <exception cref="DatasetException">The file cannot be read.</exception>
    void ReadOf(IReadOnlySet<int> items, Action<Review> take);
}
