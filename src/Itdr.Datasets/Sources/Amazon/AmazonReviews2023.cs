using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources.Containers;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Stored;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Amazon;

/// <summary>Amazon Reviews 2023: for each category a file of products and a file of reviews, a JSON object a line.</summary>
internal sealed class AmazonReviews2023 : ISource
{
    /// <summary>The name of the source.</summary>
    public const string Name = "amazon-reviews-2023";

    public SourceInfo Info { get; } = new(
        Name,
        "Amazon Reviews 2023",
        [AmazonCategories.Products, AmazonCategories.Reviews],
        $"Reviews of products in twelve categories, of which those are read that are there: {Phrase.List(AmazonCategories.All)}. A CATEGORY.csv of ratings alone may stand for its reviews.",
        "The publisher states none; for research, and the reviews are their writers'.",
        "https://amazon-reviews-2023.github.io/");

    public IReadOnlyList<FileRole> Files => AmazonCategories.Files;

    public SourceTables Open(SourceFolder folder, ReadContext context)
    {
        var categories = AmazonFiles.Of(folder, context);
        using var products = new AmazonProducts(context);
        var audits = categories.Select(products.Read).ToList();
        var items = products.ToTable();
        return SourceTables.Over(items, context, reading =>
        {
            var reviews = new AmazonReviewRows(categories, items, reading);
            var interactions = new StoredInteractions(items, new SampleHash(context.Seed, Name), reviews.Read, reading);
            return new SourceTables(items, UserTable.Empty, interactions, audits) { Reviews = reviews };
        });
    }
}
