using Itdr.Datasets.Sources.MovieLens;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>The cells of the MovieLens sources.</summary>
internal static class MovieLensCells
{
    /// <summary>The rows of the table.</summary>
    public static IReadOnlyList<Cell> All { get; } =
    [
        Cell.Of(
            MovieLens32M.Name,
            "Users with 11 ratings: the last in time is asked for, the 10 before it are the history.",
            new RatingPredictionRecipe(ItemDomain.Movies, RatingScale.HalfPoints, history: 10, minRatings: 11)),
        Cell.Of(
            MovieLens32M.Name,
            "Users with 10 ratings from 4.0: of the last 10 in time 5 are the history and 5 the positives, with 5 negatives.",
            new LikedTopKRecipe(ItemDomain.Movies, new Liking(RatingScale.HalfPoints, 4))),
        Cell.Of(
            MovieLens32M.Name,
            "Users with 6 ratings: the last in time is to be chosen among 4 negatives, the 5 before it are the history.",
            new NextItemRecipe(ItemDomain.Movies)),
        Cell.Of(
            MovieLens32M.Name,
            "Movies with 5 ratings, by year, genres and, where tags.csv is given, the 5 tags that most users gave. The label comes from a teacher model.",
            new TargetUsersRecipe(ItemDomain.Movies, ["year", "genres", "top tags"])),
        Cell.Of(
            MovieLens1M.Name,
            "Every user: gender, age group and occupation are asked for, the 20 highest rated movies are shown.",
            new UserAttributesRecipe(
                ItemDomain.Movies,
                new UserAttributes(UserAttributes.Gender, UserAttributes.AgeGroup, UserAttributes.Occupation) { Forms = MovieLens1MCodes.Forms },
                PromptItem.Tagged,
                items: 20)),
        Cell.Of(
            MovieLens1M.Name,
            "Users with 11 ratings: the last in time is asked for, the 10 before it are the history.",
            new RatingPredictionRecipe(ItemDomain.Movies, RatingScale.FivePoints, history: 10, minRatings: 11),
            isExtra: true),
        Cell.Of(
            MovieLens1M.Name,
            "Users with 10 ratings from 4: of the last 10 in time 5 are the history and 5 the positives, with 5 negatives.",
            new LikedTopKRecipe(ItemDomain.Movies, new Liking(RatingScale.FivePoints, 4)),
            isExtra: true),
        Cell.Of(
            MovieLens1M.Name,
            "Users with 6 ratings: the last in time is to be chosen among 4 negatives, the 5 before it are the history.",
            new NextItemRecipe(ItemDomain.Movies),
            isExtra: true),
    ];
}
