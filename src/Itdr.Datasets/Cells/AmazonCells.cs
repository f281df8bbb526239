using Itdr.Datasets.Sources.Amazon;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>The cells of the Amazon sources.</summary>
internal static class AmazonCells
{
    private static readonly ItemDomain Products = ItemDomain.Products("any category");
    private static readonly Liking Liked = new(RatingScale.FivePoints, 4);

    private static readonly CellParts Categories = new(
        [.. AmazonCategories.All.Select(static category => new CellPart { Name = category, Group = category, Domain = DomainOf(category) })],
        new CellSettingInfo("per-category", 525, 1, 100_000_000, IsWhole: true, "most users or items of a category"));

    private static readonly CellParts Pairs = new(
        [.. AmazonCategories.Pairs.Select(static pair => new CellPart
        {
            Name = $"{pair.Source}-{pair.Target}",
            Group = pair.Target,
            SourceGroup = pair.Source,
            Domain = DomainOf(pair.Target),
            SourceDomain = DomainOf(pair.Source),
        })],
        new CellSettingInfo("per-pair", 1563, 1, 100_000_000, IsWhole: true, "most users of a pair of categories"));

    /// <summary>The rows of the table.</summary>
    public static IReadOnlyList<Cell> All { get; } =
    [
        Cell.Of(
            AmazonReviews2023.Name,
            "In each category the users with 10 products rated from 4: of the last 10 in time 5 are the history and 5 the positives, with 5 negatives of the category.",
            new LikedTopKRecipe(Products, Liked),
            Categories),
        Cell.Of(
            AmazonReviews2023.Name,
            "For each pair of categories the users with 10 products of the second rated from 4, and 5 of the first before the first positive: the latest 5 of the first, the history of 5 and the 5 positives of the second, with 5 negatives of the second.",
            new CrossDomainRecipe(Liked),
            Pairs),
        Cell.Of(
            AmazonReviews2023.Name,
            "In each category the users with 6 products: the last in time is to be chosen among 4 negatives of the category, the 5 before it are the history; the tag is the store, or else the last category.",
            new NextItemRecipe(Products, PromptItem.Branded),
            Categories),
        Cell.Of(
            AmazonReviews2023.Name,
            "In each category the products with 5 reviews: category, store, features and price, and the 3 most helpful reviews, then the longest; the label comes from a teacher.",
            new TargetUsersRecipe(Products, [AmazonProducts.Category, AmazonProducts.Store, AmazonProducts.Features, AmazonProducts.Price], reviews: 3),
            Categories),
        Cell.Of(
            AmazonReviews2023.Name,
            "In each category the users with 6 ratings: the last in time is asked for, up to 10 before it are the history.",
            new RatingPredictionRecipe(Products, RatingScale.FivePoints, history: 10, minRatings: 6),
            Categories,
            isExtra: true),
        Cell.Of(
            AmazonBooks.Name,
            "Users with 10 titles rated from 4, editions being one: of the last 10 in time 5 are the history and 5 the positives, with 5 negatives.",
            new LikedTopKRecipe(ItemDomain.Books, Liked)),
        Cell.Of(
            AmazonBooks.Name,
            "Users with 2 reviews rated from 4 and 2 rated up to 2: up to 3 of each, cut at 1,000 characters; the label comes from a teacher.",
            new InterestRecognitionRecipe(ItemDomain.Books, new Opinions(RatingScale.FivePoints, 4, 2), InterestText.OfReview, most: 3, least: 2, textCharacters: 1000)),
        Cell.Of(
            AmazonBooks.Name,
            "Users with 6 ratings: the last in time is asked for, up to 10 before it are the history.",
            new RatingPredictionRecipe(ItemDomain.Books, RatingScale.FivePoints, history: 10, minRatings: 6),
            isExtra: true),
    ];

    private static ItemDomain DomainOf(string category) => ItemDomain.Products(AmazonCategories.Words(category));
}
