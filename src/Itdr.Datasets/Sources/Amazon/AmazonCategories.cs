using Itdr.Datasets.Sources.Containers;

namespace Itdr.Datasets.Sources.Amazon;

/// <summary>The categories of Amazon Reviews 2023 that are read, and how their files are named.</summary>
internal static class AmazonCategories
{
    /// <summary>The role of the reviews.</summary>
    public const string Reviews = "CATEGORY.jsonl";

    /// <summary>The role of ratings without reviews.</summary>
    public const string Ratings = "CATEGORY.csv";

    /// <summary>The role of the products.</summary>
    public const string Products = "meta_CATEGORY.jsonl";

    private const string ProductPrefix = "meta_";

    /// <summary>The twelve, in ordinal order.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "All_Beauty", "Amazon_Fashion", "Appliances", "Arts_Crafts_and_Sewing", "Baby_Products", "CDs_and_Vinyl",
        "Grocery_and_Gourmet_Food", "Home_and_Kitchen", "Industrial_and_Scientific", "Musical_Instruments", "Software", "Video_Games",
    ];

    /// <summary>The pairs of the cross-domain cell: what a user is known from, and what is ranked.</summary>
    public static IReadOnlyList<(string Source, string Target)> Pairs { get; } =
    [
        ("All_Beauty", "Amazon_Fashion"),
        ("Appliances", "Industrial_and_Scientific"),
        ("CDs_and_Vinyl", "Video_Games"),
        ("Grocery_and_Gourmet_Food", "Home_and_Kitchen"),
    ];

    /// <summary>The files: of each category its products, and reviews or ratings alone. Not all categories need be there.</summary>
    public static IReadOnlyList<FileRole> Files { get; } =
    [
        new(Products, IsMany: true) { Spellings = [.. All.Select(static category => $"{ProductPrefix}{category}.jsonl")] },
        new(Reviews, IsRequired: false, IsMany: true) { Spellings = [.. All.Select(static category => $"{category}.jsonl")] },
        new(Ratings, IsRequired: false, IsMany: true) { Spellings = [.. All.SelectMany(static category => new[] { $"{category}.csv", $"{category}.?core.rating_only.csv" })] },
    ];

    /// <summary>The category in words: <c>Musical Instruments</c>.</summary>
    public static string Words(string category) => category.Replace('_', ' ');

    /// <summary>The category of a file.</summary>
    public static string Of(ContainerEntry entry)
    {
        var name = entry.Name.StartsWith(ProductPrefix, StringComparison.OrdinalIgnoreCase) ? entry.Name[ProductPrefix.Length..] : entry.Name;
        var word = name[..name.IndexOf('.', StringComparison.Ordinal)];
        return All.First(category => category.Equals(word, StringComparison.OrdinalIgnoreCase));
    }
}
