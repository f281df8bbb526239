namespace Itdr.Datasets.Tables;

/// <summary>The reviews of a source, far too many to keep: they are read when it is known which are wanted.</summary>
internal interface IReviewTable
{
    /// <summary>Reads all reviews once and hands over those that are wanted, in any order and on one thread.</summary>
    /// <param name="isWanted">Whether the review of a user, by id, and an item, by index, is wanted.</param>
    /// <param name="take">Takes each review.</param>
    /// <exception cref="DatasetException">The file cannot be read.</exception>
    void Read(Func<string, int, bool> isWanted, Action<Review> take);
}
