using Itdr.Datasets.Sources.MicroLens;
using Itdr.Datasets.Sources.Mind;
using Itdr.Datasets.Sources.PixelRec;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>The cells of the sources that tell what users turned to and have no ratings: MicroLens, PixelRec and MIND.</summary>
internal static class VideoAndNewsCells
{
    private const string TopKOfTen = "Users with 10 interactions: of the last 10 in time 5 are the history and 5 the positives, with 5 negatives.";
    private const string NextOfSix = "Users with 6 interactions: the last in time is to be chosen among 4 negatives, the 5 before it are the history.";

    /// <summary>The rows of the table.</summary>
    public static IReadOnlyList<Cell> All { get; } =
    [
        Cell.Of(MicroLens.Name, TopKOfTen, new LikedTopKRecipe(ItemDomain.ShortVideos, liking: null)),
        Cell.Of(MicroLens.Name, $"{NextOfSix} Tags are shown where their file is given.", new NextItemRecipe(ItemDomain.ShortVideos)),
        Cell.Of(
            MicroLens.Name,
            "Videos with 5 interactions, by likes and views where their file is given. The label comes from a teacher model.",
            new TargetUsersRecipe(ItemDomain.ShortVideos, ["likes", "views"])),
        Cell.Of(PixelRec.Name, TopKOfTen, new LikedTopKRecipe(ItemDomain.Videos, liking: null)),
        Cell.Of(PixelRec.Name, NextOfSix, new NextItemRecipe(ItemDomain.Videos)),
        Cell.Of(
            PixelRec.Name,
            "Videos with 5 interactions, by tag, description and counts. The label comes from a teacher model.",
            new TargetUsersRecipe(ItemDomain.Videos, PixelRec.Properties)),
        Cell.Of(
            Mind.Name,
            "Users with 5 clicks before the log and 5 in it: the last 5 before it are the history, the first 5 in it the positives, with 5 negatives, those first that were shown and never clicked.",
            new ClickedTopKRecipe(ItemDomain.News)),
        Cell.Of(
            Mind.Name,
            "Articles with 5 clicks, by category, subcategory and abstract. The label comes from a teacher model.",
            new TargetUsersRecipe(ItemDomain.News, ["category", "subcategory", "abstract"])),
    ];
}
