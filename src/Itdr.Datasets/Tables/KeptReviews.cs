namespace Itdr.Datasets.Tables;

/// <summary>Reviews that prompts show, picked out of all reviews of a source while these are read.</summary>
internal abstract class KeptReviews
{
    /// <summary>Whether a review may be among them, as far as user and item tell.</summary>
    /// <param name="user">The user's id in the source.</param>
    /// <param name="item">The item's index in its <see cref="ItemTable"/>.</param>
    public abstract bool Wants(string user, int item);

    /// <summary>Keeps a review if it is better than what is kept.</summary>
    public abstract void Add(Review review);
}
