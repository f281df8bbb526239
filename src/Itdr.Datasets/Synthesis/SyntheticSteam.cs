using System.Text;

namespace Itdr.Datasets.Synthesis;

/// <summary>
/// Reviews and games of Steam: a Python 2 dictionary a line, not JSON, compressed. Reviews stand page by page under
/// their game, have no rating, and know people by a display name that is not unique.
/// </summary>
internal sealed class SyntheticSteam : ISyntheticSource
{
    private const int ReviewsOnAPage = 10;
    private const long Earliest = 1_287_000_000;
    private const long Latest = 1_515_000_000;

    public string Name => "steam";

    public int MostUsers => 200_000;

    public IReadOnlyList<SynthesizedFile> Write(OutputFolder folder, int users, long seed, CancellationToken cancellationToken)
    {
        var games = new SteamGames(seed);
        var reviews = Reviews(games, users, seed, cancellationToken);
        using var file = new RawFile(folder, "steam_reviews.json.gz", Encoding.ASCII, "\n");
        foreach (var game in reviews.GroupBy(static review => review.Rating.Item.Id).OrderBy(static game => game.Key))
        {
            var place = 0;
            foreach (var review in game)
            {
                file.Row(ValueSyntax.Python2.Write(Describe(review, place++, seed)));
            }
        }

        return [games.Write(folder), file.Summary];
    }

    private static List<Review> Reviews(SteamGames games, int users, long seed, CancellationToken cancellationToken)
    {
        var sampler = new RatingSampler(games.Items, new SyntheticRandom(seed, "steam popularity"), leastRatings: 3, meanOfTheRest: 7);
        var reviews = new List<Review>();
        for (var user = 0; user < users; user++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new SyntheticRandom(seed, $"steam user {user}");
            foreach (var rating in sampler.Draw(SyntheticTaste.Draw(random, SteamGames.Genres.Count), random, Earliest, Latest))
            {
                reviews.Add(new Review(user, rating));
                if (random.Below(15) == 0)
                {
                    // The same review was fetched twice, or somebody wrote about a game again.
                    reviews.Add(new Review(user, rating));
                }
            }
        }

        new SyntheticRandom(seed, "steam review order").Shuffle(reviews);
        return reviews;
    }

    private static ValueFields Describe(Review review, int place, long seed)
    {
        var random = new SyntheticRandom(seed, $"steam review {review.User} {review.Rating.Item.Id}");
        var score = review.Rating.Score;
        var hours = Math.Max(1, (score - 15) * random.Between(1, 60));
        var fields = new ValueFields
        {
            { "hours", ValueSyntax.Tenths(hours) },
            { "products", random.Between(3, 400) },
            { "product_id", SteamGames.KeyOf(review.Rating.Item) },
            { "page_order", place % ReviewsOnAPage },
            { "date", SyntheticTime.Text(review.Rating.Time, "yyyy-MM-dd") },
            { "text", Text(score, random) },
            { "early_access", random.Below(9) == 0 },
            { "page", (place / ReviewsOnAPage) + 1 },
        };
        AddOptional(fields, review.User, random);

        // A dictionary of Python 2 has no order of its own.
        if (random.Below(2) == 0)
        {
            fields.AddFirst("username", NameOf(review.User, seed));
        }
        else
        {
            fields.Add("username", NameOf(review.User, seed));
        }

        return fields;
    }

    private static void AddOptional(ValueFields fields, int user, SyntheticRandom random)
    {
        if (user % 5 < 2)
        {
            fields.Add("user_id", $"7656119{(long)user + 8_000_000_000}");
        }

        if (random.Below(20) == 0)
        {
            fields.Add("compensation", "Product received for free");
        }

        if (random.Below(8) == 0)
        {
            fields.Add("found_funny", random.Between(1, 90));
        }
    }

    /// <summary>The name that people see: one in fifty has that of another.</summary>
    private static string NameOf(int user, long seed)
    {
        var owner = user % 50 == 49 ? user - 1 : user;
        var names = new InventedNames(new SyntheticRandom(seed, $"steam name {owner}"));
        return (owner % 8) switch
        {
            1 => $"{names.Name()}'s {names.Thing()}{owner}",
            3 => $"{names.AccentedName()}{owner}",
            5 => $"♥ {InventedNames.InCyrillic(names.Name())} {owner} 🎮",
            7 => $"\"{names.Name()}\" o'{names.Name()} {owner}",
            _ => $"{names.Name()}{owner}",
        };
    }

    private static string Text(int score, SyntheticRandom random)
    {
        var prose = new InventedProse(random);
        return random.Below(9) switch
        {
            0 => $"{prose.Opinion(score, "the game")}\n\n10/10 would get lost in {new InventedNames(random).Name()} again",
            1 => $"{prose.Opinion(score, "it")} It's \"{prose.Heading(score)}\", they said.",
            2 => $"Très {prose.Heading(score)} ☺\t{prose.Opinion(score, "it")}",
            3 => $"C:\\saves\\{random.Below(9)} is where my weekend went. {prose.Opinion(score, "it")}",
            _ => prose.Opinion(score, "the game"),
        };
    }

    private readonly record struct Review(int User, SyntheticRating Rating);
}
