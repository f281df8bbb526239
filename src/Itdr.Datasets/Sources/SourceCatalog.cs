using Itdr.Datasets.Sources;
using Itdr.Datasets.Sources.Amazon;
using Itdr.Datasets.Sources.Anime;
using Itdr.Datasets.Sources.BookCrossing;
using Itdr.Datasets.Sources.Containers;
using Itdr.Datasets.Sources.LastFm;
using Itdr.Datasets.Sources.MicroLens;
using Itdr.Datasets.Sources.Mind;
using Itdr.Datasets.Sources.MovieLens;
using Itdr.Datasets.Sources.PixelRec;
using Itdr.Datasets.Sources.Steam;
using Itdr.Datasets.Sources.Yelp;

namespace Itdr.Datasets;

/// <summary>The sources that can be read.</summary>
public static class SourceCatalog
{
    private static readonly ISource[] Sources =
    [
        new AmazonBooks(),
        new AmazonReviews2023(),
        new Anime2023(),
        new BookCrossing(),
        new LastFm1K(),
        new LastFm360K(),
        new MicroLens(),
        new Mind(),
        new MovieLens1M(),
        new MovieLens32M(),
        new PixelRec(),
        new SteamDataset(),
        new YelpOpenDataset(),
    ];

    /// <summary>All sources, ordered by name.</summary>
    public static IReadOnlyList<SourceInfo> All { get; } =
        [.. Sources.Select(static source => source.Info).OrderBy(static info => info.Name, StringComparer.Ordinal)];

    /// <summary>The source of a name.</summary>
    /// <exception cref="DatasetException">There is none; the message lists the known ones.</exception>
    internal static ISource Find(string name) =>
        Array.Find(Sources, source => source.Info.Name == name)
        ?? throw new DatasetException($"There is no source {name}; the known ones are {Phrase.List(All.Select(static info => info.Name))}.");

    /// <summary>The name of the source whose files are among those that are there, or null if none is recognised.</summary>
    internal static string? Guess(ContainerInventory inventory) =>
        Array.Find(Sources, source => SourceFolder.IsWhole(source, inventory))?.Info.Name;
}
