using Itdr.Datasets.Sources.Steam;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>The cells of Steam.</summary>
internal static class SteamCells
{
    /// <summary>The rows of the table.</summary>
    public static IReadOnlyList<Cell> All { get; } =
    [
        Cell.Of(
            SteamDataset.Name,
            "Users with 3 reviews: up to 6 with the hours played, most hours first, cut at 1,000 characters; the source has no rating, so nothing is liked or disliked. The label comes from a teacher.",
            new InterestRecognitionRecipe(ItemDomain.Games, opinions: null, InterestText.OfReviewWithHours, most: 6, least: 3, textCharacters: 1000)),
        Cell.Of(
            SteamDataset.Name,
            "Games with 5 reviews: genres, tags, specs, publisher and price, and the 3 longest reviews under 500 characters; the label comes from a teacher.",
            new TargetUsersRecipe(ItemDomain.Games, SteamGames.Properties, reviews: 3)),
    ];
}
