using System.Text;

namespace Itdr.Datasets.Synthesis;

/// <summary>
/// The two files of Pixel200K in the two folders of PixelRec: interactions with the item first, and items with Chinese
/// titles, tags and descriptions that may hold commas, quotes and line breaks.
/// </summary>
internal sealed class SyntheticPixelRec : ISyntheticSource
{
    private const long Earliest = 1_628_000_000;
    private const long Latest = 1_664_000_000;

    private static readonly string[] Tags = ["美食", "旅行", "音乐", "手工", "历史", "园艺", "科学", "动物"];

    public string Name => "pixelrec";

    public int MostUsers => 500_000;

    public IReadOnlyList<SynthesizedFile> Write(OutputFolder folder, int users, long seed, CancellationToken cancellationToken)
    {
        var titles = new SyntheticRandom(seed, "pixelrec titles");
        var items = SyntheticCatalogue.Draw(Math.Clamp(200 + users, 300, 20_000), Tags.Length, titles, (index, names) => Title(index, names, titles));
        var sampler = new RatingSampler(items, new SyntheticRandom(seed, "pixelrec popularity"), leastRatings: 8, meanOfTheRest: 12);
        using var file = new RawFile(folder, "Interaction/Pixel200K.csv", Encoding.ASCII, "\n");
        file.Header("item_id,user_id,timestamp");
        for (var user = 0; user < users; user++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new SyntheticRandom(seed, $"pixelrec user {user}");
            var views = sampler.Draw(SyntheticTaste.Draw(random, Tags.Length), random, Earliest, Latest);
            random.Shuffle(views);
            foreach (var view in views)
            {
                file.Row($"i{view.Item.Id},u{user},{view.Time}");
            }
        }

        return [file.Summary, WriteItems(folder, items, new SyntheticRandom(seed, "pixelrec items"))];
    }

    private static SynthesizedFile WriteItems(OutputFolder folder, List<SyntheticItem> items, SyntheticRandom random)
    {
        using var file = new RawFile(folder, "ItemInformation/Pixel200K.csv", RawFile.Utf8, "\n");
        file.Header("item_id,view_number,comment_number,thumbup_number,share_number,coin_number,favorite_number,barrage_number,title,tag,description");
        foreach (var item in items)
        {
            var ending = item.Id % 6 == 1 ? ".0" : "";
            var counts = Enumerable.Range(0, 7).Select(place => $"{random.Between(1, place == 0 ? 900_000 : 9000)}{ending}");
            file.Row(CsvText.Line([$"i{item.Id}", .. counts, item.Title, Tags[item.Genres[0]], Description(item.Id, random)]));
        }

        return file.Summary;
    }

    private static string Description(int id, SyntheticRandom random) => (id % 5) switch
    {
        0 => "",
        1 => $"{InventedScripts.Han(random)},{InventedScripts.Han(random)}。\n{InventedScripts.Han(random)}",
        2 => $"“{InventedScripts.Han(random)}”和\"{InventedScripts.Han(random)}\"",
        _ => $"{InventedScripts.Han(random)}，{InventedScripts.Han(random)}！",
    };

    private static string Title(int index, InventedNames names, SyntheticRandom random) => (index % 5) switch
    {
        0 => $"{InventedScripts.Han(random)},{InventedScripts.Han(random)}？",
        1 => $"【{names.Name()}】{InventedScripts.Han(random)} {InventedScripts.Han(random)}",
        2 => $"\"{InventedScripts.Han(random)}\" {names.Name()} {index % 9}",
        3 => $"{InventedScripts.Han(random)}与{InventedScripts.Han(random)} {names.Name()}",
        _ => $"{names.Name()}的{InventedScripts.Han(random)}{InventedScripts.Katakana(random)}",
    };
}
