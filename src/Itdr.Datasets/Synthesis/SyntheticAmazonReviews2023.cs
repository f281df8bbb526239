using System.Text;

namespace Itdr.Datasets.Synthesis;

/// <summary>
/// Reviews and products of the twelve categories of Amazon Reviews 2023: a JSON object a line in ASCII, each file
/// compressed. Each person buys in the two categories of a pair, the source mostly before the target, and in one more.
/// </summary>
internal sealed class SyntheticAmazonReviews2023 : ISyntheticSource
{
    private const int Paired = 8;
    private const long Earliest = 1_420_000_000;
    private const long Middle = 1_550_000_000;
    private const long Latest = 1_690_000_000;

    public string Name => "amazon-reviews-2023";

    public int MostUsers => 200_000;

    public IReadOnlyList<SynthesizedFile> Write(OutputFolder folder, int users, long seed, CancellationToken cancellationToken)
    {
        var files = new List<SynthesizedFile>();
        for (var place = 0; place < AmazonCategory.All.Count; place++)
        {
            var category = AmazonCategory.All[place];
            var products = new AmazonProducts(category, Math.Clamp(60 + (users / 2), 80, 5000), seed);
            var reviews = Reviews(place, products, users, seed, cancellationToken);
            if (reviews.Count > 0)
            {
                files.Add(WriteReviews(folder, category, reviews, products, seed));
                files.Add(products.Write(folder));
            }
        }

        return [.. files.OrderBy(static file => file.Name, StringComparer.Ordinal)];
    }

    /// <summary>What everybody reviewed in a category, in no order; nobody did if there are few people.</summary>
    private static List<Review> Reviews(int place, AmazonProducts products, int users, long seed, CancellationToken cancellationToken)
    {
        var category = AmazonCategory.All[place].Name;
        var sampler = new RatingSampler(products.Items, new SyntheticRandom(seed, $"amazon popularity {category}"), leastRatings: 16, meanOfTheRest: 8);
        var reviews = new List<Review>();
        for (var user = 0; user < users; user++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!BuysIn(user, place))
            {
                continue;
            }

            var random = new SyntheticRandom(seed, $"amazon {category} user {user}");
            var taste = SyntheticTaste.Draw(new SyntheticRandom(seed, $"amazon user {user}"), AmazonCategory.Sorts);
            var isEarly = (place % 2 == 0) != (user % 10 == 9);
            foreach (var rating in sampler.Draw(taste, random, isEarly ? Earliest : Middle, isEarly ? Middle : Latest))
            {
                reviews.Add(new Review(user, rating, IsSecond: false));
                if (random.Below(30) == 0)
                {
                    reviews.Add(new Review(user, rating with { Score = Math.Clamp(rating.Score - 20, 5, 50), Time = rating.Time + 4_000_000 }, IsSecond: true));
                }
            }
        }

        new SyntheticRandom(seed, $"amazon review order {category}").Shuffle(reviews);
        return reviews;
    }

    private static bool BuysIn(int user, int place) =>
        place < Paired ? place / 2 == user % 4 : place - Paired == user / 4 % 4;

    private static SynthesizedFile WriteReviews(OutputFolder folder, AmazonCategory category, List<Review> reviews, AmazonProducts products, long seed)
    {
        using var file = new RawFile(folder, $"{category.Name}.jsonl.gz", Encoding.ASCII, "\n");
        var random = new SyntheticRandom(seed, $"amazon reviews {category.Name}");
        var prose = new InventedProse(random);
        foreach (var review in reviews)
        {
            var parent = products.KeyOf(review.Rating.Item);
            file.Row(ValueSyntax.PythonJson.Write(new ValueFields
            {
                { "rating", ValueSyntax.Tenths(Math.Clamp((review.Rating.Score + 5) / 10, 1, 5) * 10) },
                { "title", prose.Heading(review.Rating.Score) },
                { "text", Text(review.Rating.Score, random, prose) },
                { "images", random.Below(10) == 0 ? (object)new[] { Picture(parent) } : Array.Empty<object>() },
                { "asin", review.IsSecond || random.Below(12) == 0 ? $"B0{InventedKeys.Capital(random, 8)}" : parent },
                { "parent_asin", parent },
                { "user_id", $"A{InventedKeys.Capital(new SyntheticRandom(seed, $"amazon key {review.User}"), 27)}" },
                { "timestamp", (review.Rating.Time * 1000) + random.Below(1000) },
                { "helpful_vote", Math.Max(0, random.Below(30) - 18) },
                { "verified_purchase", random.Below(8) > 0 },
            }));
        }

        return file.Summary;
    }

    private static string Text(int score, SyntheticRandom random, InventedProse prose) => random.Below(10) switch
    {
        0 => $"{prose.Opinion(score, "it")}<br /><br />{prose.Sentence()}",
        1 => $"It says &#34;{prose.Heading(score)}&#34; on the box. {prose.Opinion(score, "it")}",
        2 => $"{prose.Opinion(score, "it")} Déjà vu… 🙂",
        3 => $"{prose.Heading(score)}\n{prose.Opinion(score, "it")}",
        _ => prose.Opinion(score, "it"),
    };

    private static ValueFields Picture(string parent) => new()
    {
        { "small_image_url", $"https://images.example.com/{parent}._SL256_.jpg" },
        { "medium_image_url", $"https://images.example.com/{parent}._SL800_.jpg" },
        { "large_image_url", $"https://images.example.com/{parent}._SL1600_.jpg" },
        { "attachment_type", "IMAGE" },
    };

    private readonly record struct Review(int User, SyntheticRating Rating, bool IsSecond);
}
