using System.Globalization;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Cells;

/// <summary>What is told of an item that a user has an opinion on.</summary>
/// <param name="isOfReviews">Whether it is what the user wrote.</param>
/// <param name="tell">Makes the text of the item, the interaction, the user's review if one is known, and the characters at which a long part is cut; null if there is nothing to tell.</param>
internal sealed class InterestText(bool isOfReviews, Func<CatalogItem, Interaction, Review?, int, string?> tell)
{
    /// <summary>What the user wrote.</summary>
    public static InterestText OfReview { get; } = new(isOfReviews: true, static (_, _, review, most) => Cut(review?.Text, most));

    /// <summary>The hours that the user played, which stand in place of a rating, and what the user wrote.</summary>
    public static InterestText OfReviewWithHours { get; } = new(isOfReviews: true, static (_, played, review, most) =>
        Cut(review?.Text, most) is { } text ? string.Create(CultureInfo.InvariantCulture, $"{played.Rating:0.#} hours played; {text}") : null);

    /// <summary>Whether it is what the user wrote.</summary>
    public bool IsOfReviews => isOfReviews;

    /// <summary>The categories of the item, and the front of a longer property of it.</summary>
    /// <param name="property">The name of the property.</param>
    public static InterestText OfItem(string property) => new(isOfReviews: false, (item, _, _, most) =>
        string.Join(". ", new[] { string.Join(", ", item.Categories), Cut(item.PropertyOf(property), most) }.Where(static part => !string.IsNullOrEmpty(part))) is { Length: > 0 } text ? text : null);

    /// <summary>The text of an item, or null if there is nothing to tell.</summary>
    public string? Tell(CatalogItem item, Interaction interaction, Review? review, int most) => tell(item, interaction, review, most);

    private static string? Cut(string? text, int most) => string.IsNullOrEmpty(text) ? null : TitleCleaning.CutAtWord(text, most);
}
