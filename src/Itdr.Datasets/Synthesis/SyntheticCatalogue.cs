namespace Itdr.Datasets.Synthesis;

/// <summary>Draws the items of a source.</summary>
internal static class SyntheticCatalogue
{
    private const int MostDraws = 20;

    /// <summary>Draws items with keys from 1. No title comes twice by chance.</summary>
    /// <param name="count">How many.</param>
    /// <param name="genres">How many genres the source has.</param>
    /// <param name="random">Decides.</param>
    /// <param name="title">Makes the title of an item from its place, from 0.</param>
    /// <param name="sharesTitles">Whether now and then two items have the same title, where a title is no key.</param>
    public static List<SyntheticItem> Draw(int count, int genres, SyntheticRandom random, Func<int, InventedNames, string> title, bool sharesTitles = true)
    {
        var names = new InventedNames(random);
        var titles = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var items = new List<SyntheticItem>(count);
        for (var index = 0; index < count; index++)
        {
            var text = Unused(titles, () => title(index, names));
            text = sharesTitles && index % 29 == 5 ? items[^1].Title : text;
            var about = Enumerable.Range(0, random.Between(1, 3)).Select(_ => random.Below(genres)).Distinct().Order().ToList();
            items.Add(new SyntheticItem(index + 1, text, about, random.Between(-6, 6)));
        }

        return items;
    }

    /// <summary>Draws until a title is new; when it hardly ever is, a number behind it makes it so.</summary>
    private static string Unused(HashSet<string> used, Func<string> draw)
    {
        for (var attempt = 1; ; attempt++)
        {
            var text = draw();

            // A title that the caller leaves empty is no title, so it need not be unique.
            if (text.Length == 0)
            {
                return text;
            }

            text = attempt > MostDraws ? $"{text} {attempt}" : text;
            if (used.Add(text))
            {
                return text;
            }
        }
    }
}
