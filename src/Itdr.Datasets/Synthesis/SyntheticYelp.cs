namespace Itdr.Datasets.Synthesis;

/// <summary>
/// Three files of the Yelp Open Dataset: a JSON object a line, compact, <c>\/</c> for a slash, letters as they are in
/// UTF-8, and reviews in no order.
/// </summary>
internal sealed class SyntheticYelp : ISyntheticSource
{
    private const long Earliest = 1_120_000_000;
    private const long Latest = 1_642_000_000;
    private const int FriendsOfTheFirst = 9000;

    private static readonly string[] Compliments = ["hot", "more", "profile", "cute", "list", "note", "plain", "cool", "funny", "writer", "photos"];

    public string Name => "yelp";

    public int MostUsers => 200_000;

    public IReadOnlyList<SynthesizedFile> Write(OutputFolder folder, int users, long seed, CancellationToken cancellationToken)
    {
        var places = new YelpPlaces(Math.Clamp(150 + (users / 2), 200, 20_000), seed);
        var placeFile = places.Write(folder);
        var sampler = new RatingSampler(places.Items, new SyntheticRandom(seed, "yelp popularity"), leastRatings: 5, meanOfTheRest: 12);
        var reviews = new List<(int User, SyntheticRating Rating)>();
        using var userFile = Open(folder, "user");
        for (var user = 0; user < users; user++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new SyntheticRandom(seed, $"yelp user {user}");
            foreach (var rating in sampler.Draw(SyntheticTaste.Draw(random, YelpPlaces.Genres), random, Earliest, Latest))
            {
                reviews.Add((user, rating));
                if (random.Below(40) == 0)
                {
                    // People come back and write about the same place again.
                    reviews.Add((user, rating with { Score = Math.Clamp(rating.Score - 10, 5, 50), Time = rating.Time + 8_000_000 }));
                }
            }

            userFile.Row(ValueSyntax.PhpJson.Write(Person(user, users, seed, random)));
        }

        new SyntheticRandom(seed, "yelp review order").Shuffle(reviews);
        return [placeFile, WriteReviews(folder, reviews, places, seed), userFile.Summary];
    }

    private static RawFile Open(OutputFolder folder, string content) =>
        new(folder, $"yelp_academic_dataset_{content}.json", RawFile.Utf8, "\n");

    private static SynthesizedFile WriteReviews(OutputFolder folder, List<(int User, SyntheticRating Rating)> reviews, YelpPlaces places, long seed)
    {
        using var file = Open(folder, "review");
        var random = new SyntheticRandom(seed, "yelp reviews");
        var prose = new InventedProse(random);
        foreach (var (user, rating) in reviews)
        {
            file.Row(ValueSyntax.PhpJson.Write(new ValueFields
            {
                { "review_id", InventedKeys.Base64Url(random, 22) },
                { "user_id", KeyOf(user, seed) },
                { "business_id", places.KeyOf(rating.Item) },
                { "stars", ValueSyntax.Tenths(Math.Clamp((rating.Score + 5) / 10, 1, 5) * 10) },
                { "useful", random.Below(200) == 0 ? -1 : random.Below(6) },
                { "funny", random.Below(3) },
                { "cool", random.Below(4) },
                { "text", Text(rating.Score, random, prose) },
                { "date", SyntheticTime.Text(rating.Time, "yyyy-MM-dd HH:mm:ss") },
            }));
        }

        return file.Summary;
    }

    private static string Text(int score, SyntheticRandom random, InventedProse prose) => random.Below(12) switch
    {
        0 or 1 or 2 => $"{prose.Opinion(score, "the place")}\n\n{prose.Sentence()}\n{prose.Opinion(score, "the staff")}",
        3 => $"They call it \"{prose.Heading(score)}\". {prose.Opinion(score, "the place")}",
        4 => $"Open 24/7 and/or by appointment. {prose.Opinion(score, "the place")}",
        5 => $"{prose.Opinion(score, "the café")} Très bien 😀",
        6 => $"{prose.Heading(score)}.\r\n{prose.Opinion(score, "the place")}",
        _ => $"{prose.Opinion(score, "the place")} {prose.Sentence()}",
    };

    private static string KeyOf(int user, long seed) => InventedKeys.Base64Url(new SyntheticRandom(seed, $"yelp key {user}"), 22);

    private static ValueFields Person(int user, int users, long seed, SyntheticRandom random)
    {
        // The list of friends of one person is what makes lines of hundreds of kilobytes.
        var friends = user == 0 ? FriendsOfTheFirst : random.Below(6);
        var fields = new ValueFields
        {
            { "user_id", KeyOf(user, seed) },
            { "name", new InventedNames(random).Name() },
            { "review_count", random.Between(5, 600) },
            { "yelping_since", SyntheticTime.Text(Earliest + random.Below(100_000_000), "yyyy-MM-dd HH:mm:ss") },
            { "useful", random.Below(900) },
            { "funny", random.Below(300) },
            { "cool", random.Below(300) },
            { "elite", (user % 5) switch { 0 => "2019,20,20,2021", 1 => "2014", _ => "" } },
            { "friends", friends == 0 ? "None" : string.Join(", ", Enumerable.Range(0, friends).Select(_ => KeyOf(random.Below(users), seed))) },
            { "fans", random.Below(40) },
            { "average_stars", ValueSyntax.Hundredths(random.Between(150, 500)) },
        };
        foreach (var kind in Compliments)
        {
            fields.Add($"compliment_{kind}", random.Below(30));
        }

        return fields;
    }
}
