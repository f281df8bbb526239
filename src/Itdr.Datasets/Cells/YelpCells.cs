using Itdr.Datasets.Sources.Yelp;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>The cells of Yelp.</summary>
internal static class YelpCells
{
    /// <summary>The rows of the table.</summary>
    public static IReadOnlyList<Cell> All { get; } =
    [
        Cell.Of(
            YelpOpenDataset.Name,
            "Users with 6 reviews: the stars of the last in time are asked for, up to 10 before it are the history; businesses stand with their categories and city.",
            new RatingPredictionRecipe(ItemDomain.Businesses, RatingScale.FivePoints, history: 10, minRatings: 6, show: PromptItem.Placed)),
        Cell.Of(
            YelpOpenDataset.Name,
            "Businesses with 5 reviews: categories, city and the attributes that hold, and the 3 most useful reviews, then the longest; the label comes from a teacher.",
            new TargetUsersRecipe(ItemDomain.Businesses, [YelpBusinesses.Categories, YelpBusinesses.City, YelpBusinesses.Attributes], reviews: 3)),
    ];
}
