using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources.Containers;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Stored;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Steam;

/// <summary>Games and reviews of Steam: a Python dict a line.</summary>
internal sealed class SteamDataset : ISource
{
    /// <summary>The name of the source.</summary>
    public const string Name = "steam";

    private const string Games = "steam_games.json";
    private const string Reviews = "steam_reviews.json";

    public SourceInfo Info { get; } = new(
        Name,
        "Steam",
        [Games, Reviews],
        "Reviews of games with the hours played, without ratings, and what is known of the games.",
        "Research use with the citation that the publisher asks for.",
        "https://cseweb.ucsd.edu/~jmcauley/datasets.html#steam_data");

    public IReadOnlyList<FileRole> Files { get; } =
    [
        new(Games),
        new(Reviews) { Spellings = [Reviews, "steam_new.json"] },
    ];

    public SourceTables Open(SourceFolder folder, ReadContext context)
    {
        var (items, audit) = SteamGames.Read(SourceFile.Open(folder, Games, context), context);
        return SourceTables.Over(items, context, reading =>
        {
            var reviews = new SteamReviews(SourceFile.Open(folder, Reviews, reading), items, reading);
            var interactions = new StoredInteractions(items, new SampleHash(context.Seed, Name), reviews.Read, reading);
            return new SourceTables(items, UserTable.Empty, interactions, [audit]) { Reviews = reviews };
        });
    }
}
