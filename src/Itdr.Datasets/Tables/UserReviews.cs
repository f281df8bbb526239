namespace Itdr.Datasets.Tables;

/// <summary>What sampled users said about items that are picked for each of them. Of several reviews of one user and item the one stays that the interaction stands for, then the longest.</summary>
/// <param name="picked">The interactions whose reviews are wanted, by user.</param>
internal sealed class UserReviews(IReadOnlyDictionary<string, IReadOnlyList<Interaction>> picked) : KeptReviews
{
    private readonly Dictionary<(string User, int Item), Review> reviews = [];

    public override bool Wants(string user, int item) => picked.TryGetValue(user, out var interactions) && interactions.Any(one => one.Item == item);

    public override void Add(Review review)
    {
        var key = (review.User, review.Item);
        if (!reviews.TryGetValue(key, out var known) || Compare(review, known) < 0)
        {
            reviews[key] = review;
        }
    }

    /// <summary>The review of a user and an item, or null if there is none.</summary>
    public Review? Of(string user, int item) => reviews.GetValueOrDefault((user, item));

    /// <summary>The better first: the earliest, which is the one that counts, and what follows only keeps the file's order of no account.</summary>
    private static int Compare(Review left, Review right) =>
        left.Time != right.Time ? left.Time.CompareTo(right.Time)
        : left.Rating != right.Rating ? right.Rating.CompareTo(left.Rating)
        : left.Text.Length != right.Text.Length ? right.Text.Length.CompareTo(left.Text.Length)
        : string.CompareOrdinal(left.Text, right.Text);
}
