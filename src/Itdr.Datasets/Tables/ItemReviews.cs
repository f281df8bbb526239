namespace Itdr.Datasets.Tables;

/// <summary>
/// The reviews of sampled items that a prompt may show: of each item the most helpful, of equally helpful ones the
/// longest, and one of each user. No more are kept than are shown, however many an item has.
/// </summary>
/// <param name="items">The indices of the sampled items.</param>
/// <param name="most">The most reviews of an item.</param>
/// <param name="mostCharacters">The UTF-16 code units that a review must stay under.</param>
internal sealed class ItemReviews(IReadOnlySet<int> items, int most, int mostCharacters) : KeptReviews
{
    private readonly Dictionary<int, List<Review>> best = [];

    public override bool Wants(string user, int item) => items.Contains(item);

    public override void Add(Review review)
    {
        if (review.Text.Length == 0 || review.Text.Length >= mostCharacters)
        {
            return;
        }

        if (!best.TryGetValue(review.Item, out var kept))
        {
            best.Add(review.Item, kept = new List<Review>(most + 1));
        }

        var sameUser = kept.FindIndex(other => other.User == review.User);
        if (sameUser >= 0)
        {
            if (Compare(kept[sameUser], review) <= 0)
            {
                return;
            }

            kept.RemoveAt(sameUser);
        }

        var place = kept.BinarySearch(review, Comparer<Review>.Create(Compare));
        kept.Insert(place < 0 ? ~place : place, review);
        if (kept.Count > most)
        {
            kept.RemoveAt(most);
        }
    }

    /// <summary>The texts of the reviews of an item, the best first.</summary>
    public IReadOnlyList<string> Of(int item) => best.TryGetValue(item, out var kept) ? kept.ConvertAll(static review => review.Text) : [];

    /// <summary>The better first. What follows the length only makes the choice independent of the order of the file.</summary>
    private static int Compare(Review left, Review right) =>
        left.Helpful != right.Helpful ? right.Helpful.CompareTo(left.Helpful)
        : left.Text.Length != right.Text.Length ? right.Text.Length.CompareTo(left.Text.Length)
        : left.Time != right.Time ? right.Time.CompareTo(left.Time)
        : IdOrder.Instance.Compare(left.User, right.User) is var user and not 0 ? user
        : string.CompareOrdinal(left.Text, right.Text);
}
