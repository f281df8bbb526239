using Itdr.Datasets.Sources.Anime;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>The cells of the Anime Dataset 2023.</summary>
internal static class AnimeCells
{
    /// <summary>The rows of the table.</summary>
    public static IReadOnlyList<Cell> All { get; } =
    [
        Cell.Of(
            Anime2023.Name,
            "Users with 11 scores: the last in the file is asked for, the 10 before it are the history; no order is claimed.",
            new RatingPredictionRecipe(ItemDomain.Anime, RatingScale.TenPoints, history: 10, minRatings: 11, hasTimes: false)),
        Cell.Of(
            Anime2023.Name,
            "Users with 10 scores from 8: of the last 10 in the file 5 are the history and 5 the positives, with 5 negatives; no order is claimed.",
            new LikedTopKRecipe(ItemDomain.Anime, new Liking(RatingScale.TenPoints, 8), hasTimes: false)),
        Cell.Of(
            Anime2023.Name,
            "Users with 5 scores of whom location, gender and a plausible year of birth are known: all three are asked for, the 20 highest rated anime are shown.",
            new UserAttributesRecipe(
                ItemDomain.Anime,
                new UserAttributes(UserAttributes.Location, UserAttributes.Gender, UserAttributes.BirthYear) { AllKnown = true, Forms = Anime2023.Forms },
                PromptItem.Listed,
                items: 20)
            {
                MinItems = 5,
            }),
        Cell.Of(
            Anime2023.Name,
            "Users with 2 scores from 8 and 2 up to 5: up to 3 anime of each, with genres and the first 300 characters of the synopsis. The label comes from a teacher model.",
            new InterestRecognitionRecipe(
                ItemDomain.Anime, new Opinions(RatingScale.TenPoints, 8, 5), InterestText.OfItem("synopsis"), most: 3, least: 2, textCharacters: 300)),
        Cell.Of(
            Anime2023.Name,
            "Anime with 5 scores, by genres, type, episodes, studios, source, age class and synopsis. The label comes from a teacher model.",
            new TargetUsersRecipe(ItemDomain.Anime, ["genres", "type", "episodes", "studios", "source", "age class", "synopsis"])),
    ];
}
