namespace Itdr.Datasets.Synthesis;

/// <summary>
/// Behaviours and news of MINDsmall, a folder for training and one for the week after: TABs and no quoting at all, so a
/// title may start with a quote and never end it.
/// </summary>
internal sealed class SyntheticMind : ISyntheticSource
{
    // 9 November 2019, 15 November and the two days after it.
    private const long FirstDay = 1_573_257_600;
    private const long DevDay = 1_573_776_000;
    private const long End = 1_573_862_400;

    public string Name => "mind";

    public int MostUsers => 100_000;

    public IReadOnlyList<SynthesizedFile> Write(OutputFolder folder, int users, long seed, CancellationToken cancellationToken)
    {
        var news = new MindNews(Math.Clamp(300 + users, 400, 20_000), seed);
        var sampler = new RatingSampler(news.Items, new SyntheticRandom(seed, "mind popularity"), leastRatings: 18);
        var (train, dev) = (new List<Impression>(), new List<Impression>());
        for (var user = 0; user < users; user++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new SyntheticRandom(seed, $"mind user {user}");
            var clicks = sampler.Draw(SyntheticTaste.Draw(random, MindNews.Genres), random, 0, 1).ConvertAll(static rating => rating.Item);
            AddImpressions(user, clicks, news.Items, random, train, user % 3 == 0 ? dev : train);
        }

        return
        [
            .. WritePart(folder, "MINDsmall_dev", dev, news, new SyntheticRandom(seed, "mind dev order")),
            .. WritePart(folder, "MINDsmall_train", train, news, new SyntheticRandom(seed, "mind train order")),
        ];
    }

    /// <summary>Splits what a person clicked into the history, which is the same in all rows, and clicks among news that were only shown.</summary>
    private static void AddImpressions(int user, List<SyntheticItem> clicks, List<SyntheticItem> news, SyntheticRandom random, List<Impression> train, List<Impression> last)
    {
        var known = clicks.ToHashSet<SyntheticItem>(ReferenceEqualityComparer.Instance);
        var split = user % 40 == 21 ? 0 : random.Between(5, clicks.Count - 10);
        var history = clicks[..split];
        if (split > 0 && random.Below(5) == 0)
        {
            history.Add(history[0]);
        }

        // A few people click so little that there is not enough to rank.
        var later = clicks[split..(user % 13 == 4 ? split + 2 : clicks.Count)];
        var from = 0;
        while (from < later.Count)
        {
            var count = Math.Min(random.Below(10) < 7 ? 1 : random.Between(2, 4), later.Count - from);
            var isLast = from + count == later.Count;
            var shown = later.GetRange(from, count).ConvertAll(static item => (item, true));
            shown.AddRange(Enumerable.Range(0, random.Between(3, 24)).Select(_ => random.Of(news)).Where(item => !known.Contains(item)).Distinct().Select(static item => (item, false)));
            random.Shuffle(shown);
            var time = isLast && last != train ? random.Between((int)DevDay, (int)End - 1) : random.Between((int)FirstDay, (int)DevDay - 1);
            (isLast ? last : train).Add(new Impression(user, time, history, shown));
            from += count;
        }
    }

    private static SynthesizedFile[] WritePart(OutputFolder folder, string part, List<Impression> impressions, MindNews news, SyntheticRandom random)
    {
        if (impressions.Count == 0)
        {
            return [];
        }

        var mentioned = impressions.SelectMany(static impression => impression.History.Concat(impression.Shown.Select(static pair => pair.Item)));
        return [WriteBehaviours(folder, part, impressions, random), news.Write(folder, part, mentioned.ToHashSet<SyntheticItem>(ReferenceEqualityComparer.Instance))];
    }

    private static SynthesizedFile WriteBehaviours(OutputFolder folder, string part, List<Impression> impressions, SyntheticRandom random)
    {
        using var file = new RawFile(folder, $"{part}/behaviors.tsv", RawFile.Utf8, "\n");
        random.Shuffle(impressions);
        for (var row = 0; row < impressions.Count; row++)
        {
            var (user, time, history, shown) = impressions[row];
            var clicked = string.Join(' ', history.Select(static item => $"N{item.Id}"));
            var candidates = string.Join(' ', shown.Select(static pair => $"N{pair.Item.Id}-{(pair.IsClicked ? 1 : 0)}"));
            file.Row($"{row + 1}\tU{user + 1}\t{SyntheticTime.Text(time, "M/d/yyyy h:mm:ss tt")}\t{clicked}\t{candidates}");
        }

        return file.Summary;
    }

    private sealed record Impression(int User, long Time, List<SyntheticItem> History, List<(SyntheticItem Item, bool IsClicked)> Shown);
}
