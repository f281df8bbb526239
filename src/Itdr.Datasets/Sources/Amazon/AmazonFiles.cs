using Itdr.Datasets.Sources.Containers;
using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources.Amazon;

/// <summary>The files of one category.</summary>
/// <param name="Category">The category.</param>
/// <param name="Products">Its products.</param>
/// <param name="Reviews">Its reviews, or its ratings without reviews.</param>
/// <param name="IsWithTexts">Whether they are reviews.</param>
internal sealed record AmazonFiles(string Category, SourceFile Products, SourceFile Reviews, bool IsWithTexts)
{
    /// <summary>Finds the categories that have both products and reviews, or else ratings; a category without one of them is left out.</summary>
    /// <exception cref="DatasetException">No category is whole, or one has two files for one thing.</exception>
    public static IReadOnlyList<AmazonFiles> Of(SourceFolder folder, ReadContext context)
    {
        var products = ByCategory(folder, AmazonCategories.Products);
        var reviews = ByCategory(folder, AmazonCategories.Reviews);

        // Beside the reviews of a category its ratings say nothing more, however many files of them there are.
        var ratings = ByCategory(folder, AmazonCategories.Ratings, reviews.Keys);
        var found = new List<AmazonFiles>();
        foreach (var category in AmazonCategories.All)
        {
            var rows = reviews.GetValueOrDefault(category) ?? ratings.GetValueOrDefault(category);
            if (rows is not null && products.TryGetValue(category, out var described))
            {
                found.Add(new AmazonFiles(category, SourceFile.Open(described, context), SourceFile.Open(rows, context), reviews.ContainsKey(category)));
            }
        }

        if (found.Count > 0 && Halves(products, reviews, ratings) is { } halves)
        {
            folder.Remark(halves);
        }

        return found.Count > 0 ? found : throw new DatasetException(
            $"No category of amazon-reviews-2023 has both its products and its reviews ({folder.Recognised}); put meta_CATEGORY.jsonl beside CATEGORY.jsonl or CATEGORY.csv.");
    }

    /// <summary>Tells of the categories of which a half is missing; null where there is none.</summary>
    private static string? Halves(Dictionary<string, ContainerEntry> products, Dictionary<string, ContainerEntry> reviews, Dictionary<string, ContainerEntry> ratings)
    {
        var isRated = reviews.Keys.Concat(ratings.Keys).ToHashSet(StringComparer.Ordinal);
        (string Missing, List<string> Categories)[] halves =
        [
            ("reviews", [.. AmazonCategories.All.Where(category => products.ContainsKey(category) && !isRated.Contains(category))]),
            ("products", [.. AmazonCategories.All.Where(category => isRated.Contains(category) && !products.ContainsKey(category))]),
        ];
        var told = halves.Where(static half => half.Categories.Count > 0).Select(static half => $"left out without {half.Missing}: {Phrase.List(half.Categories)}").ToList();
        return told.Count == 0 ? null : string.Join("; ", told);
    }

    private static Dictionary<string, ContainerEntry> ByCategory(SourceFolder folder, string role, IReadOnlyCollection<string>? known = null)
    {
        var files = new Dictionary<string, ContainerEntry>(StringComparer.Ordinal);
        foreach (var entry in folder.EntriesOf(role).Where(entry => known?.Contains(AmazonCategories.Of(entry)) != true))
        {
            var category = AmazonCategories.Of(entry);
            if (!files.TryAdd(category, entry))
            {
                throw new DatasetException($"amazon-reviews-2023 finds {category} twice, as {files[category].Label} and as {entry.Label}; name the folder of one of them.");
            }
        }

        return files;
    }
}
