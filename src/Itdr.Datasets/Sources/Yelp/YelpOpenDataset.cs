using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources.Containers;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Stored;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Yelp;

/// <summary>The Yelp Open Dataset: a JSON object a line. Of its files the businesses and the reviews are read.</summary>
internal sealed class YelpOpenDataset : ISource
{
    /// <summary>The name of the source.</summary>
    public const string Name = "yelp";

    private const string Businesses = "yelp_academic_dataset_business.json";
    private const string Reviews = "yelp_academic_dataset_review.json";

    public SourceInfo Info { get; } = new(
        Name,
        "Yelp Open Dataset",
        [Businesses, Reviews],
        "Reviews of businesses from 1 to 5 stars with their times, and what is known of the businesses.",
        "Yelp Dataset Terms of Use: academic, no redistribution or display of the data.",
        "https://www.yelp.com/dataset");

    public IReadOnlyList<FileRole> Files { get; } =
    [
        new(Businesses) { Spellings = [Businesses, "business.json"] },
        new(Reviews) { Spellings = [Reviews, "review.json"] },
    ];

    public SourceTables Open(SourceFolder folder, ReadContext context)
    {
        var (items, audit) = YelpBusinesses.Read(SourceFile.Open(folder, Businesses, context), context);
        return SourceTables.Over(items, context, reading =>
        {
            var reviews = new YelpReviews(SourceFile.Open(folder, Reviews, reading), items, reading);
            var interactions = new StoredInteractions(items, new SampleHash(context.Seed, Name), reviews.Read, reading);
            return new SourceTables(items, UserTable.Empty, interactions, [audit]) { Reviews = reviews };
        });
    }
}
