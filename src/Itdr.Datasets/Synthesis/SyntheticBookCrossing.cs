using System.Text;

namespace Itdr.Datasets.Synthesis;

/// <summary>
/// The three files of BookCrossing: <c>;</c> between fields, every field in quotes, <c>\"</c> for a quote inside, bare
/// <c>NULL</c> for a missing age, CRLF. People are in latin-1, books in a mixture of UTF-8 and what is left of it.
/// </summary>
internal sealed class SyntheticBookCrossing : ISyntheticSource
{
    private const int Kinds = 8;

    public string Name => "bookcrossing";

    public int MostUsers => 250_000;

    public IReadOnlyList<SynthesizedFile> Write(OutputFolder folder, int users, long seed, CancellationToken cancellationToken)
    {
        var books = BookCrossingBook.Draw(Math.Clamp(200 + users, 300, 20_000), Kinds, seed);
        using var bookFile = Open(folder, "BX-Books.csv", "ISBN", "Book-Title", "Book-Author", "Year-Of-Publication", "Publisher", "Image-URL-S", "Image-URL-M", "Image-URL-L");
        using var ratingFile = Open(folder, "BX-Book-Ratings.csv", "User-ID", "ISBN", "Book-Rating");
        using var userFile = Open(folder, "BX-Users.csv", "User-ID", "Location", "Age");
        foreach (var book in books)
        {
            bookFile.Row(book.ToLine());
        }

        for (var user = 1; user <= users; user++)
        {
            userFile.Row(BookCrossingReader.Draw(user, Kinds, seed).ToLine());
        }

        WriteRatings(ratingFile, books, users, seed, cancellationToken);
        return [ratingFile.Summary, bookFile.Summary, userFile.Summary];
    }

    /// <summary>A line of quoted fields, with a backslash before a quote and bare <c>NULL</c> for null.</summary>
    public static string Line(params IEnumerable<string?> fields) =>
        string.Join(';', fields.Select(static field => field is null ? "NULL" : $"\"{field.Replace("\"", "\\\"", StringComparison.Ordinal)}\""));

    private static RawFile Open(OutputFolder folder, string name, params string[] header)
    {
        var file = new RawFile(folder, name, Encoding.Latin1, "\r\n");
        file.Header(Line(header));
        return file;
    }

    /// <summary>The ratings go by user, from near the last to the last and then from the second on; the first person rated nothing.</summary>
    private static void WriteRatings(RawFile file, List<BookCrossingBook> books, int users, long seed, CancellationToken cancellationToken)
    {
        var sampler = new RatingSampler([.. books.Select(static book => book.Item)], new SyntheticRandom(seed, "bx popularity"));
        var start = Math.Max(1, users - (users / 100));
        foreach (var user in Enumerable.Range(start, users - start + 1).Concat(Enumerable.Range(2, Math.Max(0, start - 2))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var random = new SyntheticRandom(seed, $"bx ratings {user}");
            var taste = BookCrossingReader.Draw(user, Kinds, seed).Taste;
            foreach (var rating in sampler.Draw(taste, random, 0, 1))
            {
                file.Row(Line($"{user}", WrittenIsbn(books[rating.Item.Id - 1].Isbn, random), $"{Points(user, rating.Score, random)}"));
            }
        }
    }

    /// <summary>1 to 10, or 0 for a book that was read and not rated: most are.</summary>
    private static int Points(int user, int score, SyntheticRandom random)
    {
        var isImplicit = user % 8 == 5 || random.Below(10) < 6;
        return isImplicit ? 0 : Math.Clamp((score + 2) / 5, 1, 10);
    }

    /// <summary>The key as people type it: a small letter and a blank at the end now and then, or of a book that nobody entered.</summary>
    private static string WrittenIsbn(string isbn, SyntheticRandom random) => random.Below(60) switch
    {
        0 => InventedKeys.Isbn(random),
        1 => $"{isbn} ",
        2 => isbn.ToLowerInvariant(),
        _ => isbn,
    };
}
