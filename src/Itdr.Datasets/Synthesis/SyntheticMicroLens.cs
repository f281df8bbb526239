using System.Text;

namespace Itdr.Datasets.Synthesis;

/// <summary>
/// The files of MicroLens-100k, each with a syntax of its own: interactions as CSV with a header and CRLF and again as
/// one TAB-separated line a person, titles as <c>id, text</c> without header or quotes, tags, likes and views.
/// </summary>
internal sealed class SyntheticMicroLens : ISyntheticSource
{
    private const long Earliest = 1_583_000_000;
    private const long Latest = 1_663_000_000;

    private static readonly string[] Tags = ["food", "city walks", "gadgets", "music", "boats", "gardening", "knitting", "history"];

    public string Name => "microlens";

    public int MostUsers => 500_000;

    public IReadOnlyList<SynthesizedFile> Write(OutputFolder folder, int users, long seed, CancellationToken cancellationToken)
    {
        var items = SyntheticCatalogue.Draw(Math.Clamp(200 + users, 300, 19_738), Tags.Length, new SyntheticRandom(seed, "microlens titles"), Title);
        var sampler = new RatingSampler(items, new SyntheticRandom(seed, "microlens popularity"), leastRatings: 5, meanOfTheRest: 10);
        var catalogue = WriteCatalogue(folder, items, new SyntheticRandom(seed, "microlens catalogue"));
        using var pairFile = new RawFile(folder, "MicroLens-100k_pairs.csv", Encoding.ASCII, "\r\n");
        using var sequenceFile = new RawFile(folder, "MicroLens-100k_pairs.tsv", Encoding.ASCII, "\n");
        pairFile.Header("user,item,timestamp");
        for (var user = 1; user <= users; user++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new SyntheticRandom(seed, $"microlens user {user}");
            var views = sampler.Draw(SyntheticTaste.Draw(random, Tags.Length), random, Earliest, Latest)
                .Select(view => (view.Item, Time: (view.Time * 1000) + random.Below(1000)))
                .OrderBy(static view => view.Time)
                .ToList();
            sequenceFile.Row($"{user}\t{string.Join(' ', views.Select(static view => view.Item.Id))}");
            random.Shuffle(views);
            foreach (var (item, time) in views)
            {
                pairFile.Row($"{user},{item.Id},{time}");
            }
        }

        return [catalogue[0], pairFile.Summary, sequenceFile.Summary, catalogue[1], catalogue[2]];
    }

    private static SynthesizedFile[] WriteCatalogue(OutputFolder folder, List<SyntheticItem> items, SyntheticRandom random)
    {
        using var likeFile = new RawFile(folder, "MicroLens-100k_likes_and_views.txt", Encoding.ASCII, "\n");
        using var titleFile = new RawFile(folder, "MicroLens-100k_title_en.csv", RawFile.Utf8, "\r\n");
        using var tagFile = new RawFile(folder, "tags_to_summary.csv", RawFile.Utf8, "\n");
        foreach (var item in items)
        {
            var likes = random.Between(10_000, 400_000);
            likeFile.Row($"{item.Id}\t{likes}\t{likes * random.Between(12, 40)}");
            titleFile.Row($"{item.Id}, {item.Title}");
            tagFile.Row($"{item.Id},{Tags[item.Genres[0]]}");
        }

        return [likeFile.Summary, titleFile.Summary, tagFile.Summary];
    }

    /// <summary>Titles were cut at their first comma, so none holds one; some are empty, some are very long.</summary>
    private static string Title(int index, InventedNames names) => (index % 70) switch
    {
        41 => "",
        52 => string.Join(" # ", Enumerable.Range(0, 60).Select(_ => $"{names.Kind()} {names.Thing()} of {names.Name()}")),
        _ => (index % 6) switch
        {
            0 => $"{names.Name()} teach you the {names.Kind().ToLowerInvariant()} {names.Thing().ToLowerInvariant()} # {names.Thing().ToLowerInvariant()} # daily",
            1 => $"\"{names.Name()}\" who is it that open the {names.Thing().ToLowerInvariant()}?!",
            2 => $"Three minute see {names.Name()} and {names.Name()}",
            3 => $"{index % 9 + 1}. {names.Kind()} {names.Thing().ToLowerInvariant()} you not know",
            4 => $"{names.AccentedName()} 🚲 {names.Thing().ToLowerInvariant()} # {names.Name()}",
            _ => $"{names.Kind()} day {names.Name()} {names.Thing().ToLowerInvariant()}",
        },
    };
}
