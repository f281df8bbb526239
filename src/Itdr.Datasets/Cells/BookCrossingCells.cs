using Itdr.Datasets.Sources.BookCrossing;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>The cells of BookCrossing.</summary>
internal static class BookCrossingCells
{
    /// <summary>The rows of the table.</summary>
    public static IReadOnlyList<Cell> All { get; } =
    [
        Cell.Of(
            BookCrossing.Name,
            "Users with 6 explicit ratings: the last in the file is asked for, the 5 to 10 before it are the history; no order is claimed.",
            new RatingPredictionRecipe(ItemDomain.Books, RatingScale.TenPoints, history: 10, minRatings: 6, hasTimes: false)),
        Cell.Of(
            BookCrossing.Name,
            "Users with a plausible age, a location of three parts and a book: both are asked for, up to 20 books rated from 6 are shown, or else books read.",
            new UserAttributesRecipe(
                ItemDomain.Books,
                new UserAttributes(UserAttributes.Location, UserAttributes.Age) { AllKnown = true, Forms = [new("location", "city, state, country"), new("age", "in years")] },
                PromptItem.Credited,
                items: 20)
            {
                MinRating = 6,
                Scale = RatingScale.TenPoints,
            }),
        Cell.Of(
            BookCrossing.Name,
            "Books with 5 ratings, by author, year and publisher. The label comes from a teacher model.",
            new TargetUsersRecipe(ItemDomain.Books, ["author", "year", "publisher"])),
    ];
}
