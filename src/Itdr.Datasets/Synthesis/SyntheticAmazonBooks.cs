namespace Itdr.Datasets.Synthesis;

/// <summary>
/// The two files of Amazon Books Reviews: CSV in UTF-8 with LF. Reviews are grouped by edition and know their book only
/// by its title; the same review stands under several editions, some have no author, and some no time (-1).
/// </summary>
internal sealed class SyntheticAmazonBooks : ISyntheticSource
{
    private const long Earliest = 900_000_000;
    private const long Latest = 1_362_000_000;

    public string Name => "amazon-books";

    public int MostUsers => 200_000;

    public IReadOnlyList<SynthesizedFile> Write(OutputFolder folder, int users, long seed, CancellationToken cancellationToken)
    {
        var books = new AmazonBookData(Math.Clamp(200 + users, 300, 20_000), seed);
        var reviews = Reviews(books, users, seed, cancellationToken);
        using var file = new RawFile(folder, "Books_rating.csv", RawFile.Utf8, "\n");
        file.Header("Id,Title,Price,User_id,profileName,review/helpfulness,review/score,review/time,review/summary,review/text");
        foreach (var review in reviews.OrderBy(static review => review.Rating.Item.Id).ThenBy(static review => review.Edition))
        {
            var line = Line(review, books, seed);
            file.Row(line);
            if (review.IsRepeated)
            {
                file.Row(line);
            }
        }

        return [file.Summary, books.Write(folder)];
    }

    private static List<Review> Reviews(AmazonBookData books, int users, long seed, CancellationToken cancellationToken)
    {
        var sampler = new RatingSampler(books.Items, new SyntheticRandom(seed, "amazon-books popularity"), leastRatings: 22);
        var reviews = new List<Review>();
        for (var user = 0; user < users; user++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new SyntheticRandom(seed, $"amazon-books user {user}");
            foreach (var drawn in sampler.Draw(SyntheticTaste.Draw(random, AmazonBookData.Genres.Count), random, Earliest, Latest))
            {
                var rating = random.Below(150) == 0 ? drawn with { Time = -1 } : drawn;
                var editions = AmazonBookData.EditionsOf(rating.Item);
                var edition = random.Below(editions);
                var isNamed = random.Below(9) > 0;
                reviews.Add(new Review(user, rating, edition, isNamed, random.Below(250) == 0));
                if (random.Below(12) == 0 && editions > 1)
                {
                    reviews.Add(new Review(user, rating, (edition + 1) % editions, isNamed, IsRepeated: false));
                }
            }
        }

        return reviews;
    }

    private static string Line(Review review, AmazonBookData books, long seed)
    {
        // What is said depends on the person and the book alone, so that it is the same under every edition.
        var person = new InventedNames(new SyntheticRandom(seed, $"amazon-books name {review.User}"));
        var random = new SyntheticRandom(seed, $"amazon-books review {review.User} {review.Rating.Item.Id}");
        var prose = new InventedProse(random);
        var score = review.Rating.Score;
        var profile = review.User % 6 == 2 ? $"{person.Name()} of {person.Name()} \"{person.Thing().ToLowerInvariant()}\"" : $"{person.Name()} {person.Name()}";
        var voters = random.Below(20);
        return CsvText.Line(
            books.KeyOf(review.Rating.Item, review.Edition),
            review.Rating.Item.Title,
            random.Below(10) < 2 ? $"{random.Between(3, 60)}.{random.Between(10, 99)}" : "",
            review.IsNamed ? $"A{InventedKeys.Capital(new SyntheticRandom(seed, $"amazon-books key {review.User}"), 13)}" : "",
            review.IsNamed ? profile : "",
            $"{random.Below(voters + 1)}/{voters}",
            $"{Math.Clamp((score + 5) / 10, 1, 5)}.0",
            $"{review.Rating.Time}",
            prose.Heading(score),
            Text(score, random, prose));
    }

    private static string Text(int score, SyntheticRandom random, InventedProse prose) => random.Below(10) switch
    {
        0 => $"My copy says &quot;{prose.Heading(score)}&quot;. {prose.Opinion(score, "the book")}",
        1 => $"{prose.Opinion(score, "the book")} Maps &amp; index are fine.",
        2 => $"{prose.Opinion(score, "the book")} \"{prose.Sentence()}\", it begins.",
        3 => $"{prose.Opinion(score, "the story")} {string.Join(' ', Enumerable.Range(0, 20).Select(_ => prose.Sentence()))}",
        _ => $"{prose.Opinion(score, "the book")} {prose.Sentence()}",
    };

    private readonly record struct Review(int User, SyntheticRating Rating, int Edition, bool IsNamed, bool IsRepeated);
}
