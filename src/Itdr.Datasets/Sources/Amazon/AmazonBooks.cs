using System.Globalization;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources.Literals;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Sources.Stored;
using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Sources.Amazon;

/// <summary>Amazon Books Reviews: two CSV files with a header, joined by the exact title, so a title with all its editions is one item.</summary>
internal sealed class AmazonBooks : ISource
{
    /// <summary>The name of the source.</summary>
    public const string Name = "amazon-books";

    private const string Ratings = "Books_rating.csv";
    private const string Books = "books_data.csv";

    private static readonly RecordColumn[] BookColumns = [new("Title"), new("authors"), new("publisher"), new("categories")];

    public SourceInfo Info { get; } = new(
        Name,
        "Amazon Books Reviews",
        [Ratings, Books],
        "Reviews of books with scores from 1 to 5, and what Google Books knows of the titles.",
        "CC0 by the word of its uploader; the reviews are their writers'.",
        "https://www.kaggle.com/datasets/mohamedbakhet/amazon-books-reviews");

    public SourceTables Open(SourceFolder folder, ReadContext context)
    {
        using var catalogue = new LiteralCatalogue(context);
        var audit = ReadBooks(SourceFile.Open(folder, Books, context), catalogue, context);
        var items = catalogue.ToTable();
        return SourceTables.Over(items, context, reading =>
        {
            var reviews = new AmazonBookReviews(SourceFile.Open(folder, Ratings, reading), items, reading);
            var interactions = new StoredInteractions(items, new SampleHash(context.Seed, Name), reviews.Read, reading);
            return new SourceTables(items, UserTable.Empty, interactions, [audit]) { Reviews = reviews };
        });
    }

    private static FileAudit ReadBooks(SourceFile file, LiteralCatalogue catalogue, ReadContext context)
    {
        var layout = RecordLayout.OfHeader(file, BookColumns, RecordFormat.Csv);
        var audit = new RecordScan(file, layout, context).Read(record => catalogue.Add(BookOf(record), idField: 0, titleField: 0));
        audit.Require(context.MaxBadRows);
        return audit;
    }

    private static CatalogItem BookOf(Record record)
    {
        var title = record.Text(0);
        var authors = string.Join(", ", Names(record.Text(1)));
        var publisher = TitleCleaning.Clean(record.Text(2));
        return new CatalogItem(title, TitleCleaning.Clean(title), [.. Names(record.Text(3))])
        {
            Properties =
            [
                .. authors.Length > 0 ? [new ItemProperty("author", authors)] : Array.Empty<ItemProperty>(),
                .. publisher.Length > 0 ? [new ItemProperty("publisher", publisher)] : Array.Empty<ItemProperty>(),
            ],
        };
    }

    /// <summary>The names in a Python list; a text that is none is a name itself.</summary>
    internal static IEnumerable<string> Names(string list)
    {
        var names = PythonLiteral.TryParse(list, out var value, out _) ? value.Texts : [list];
        return names.Select(TitleCleaning.Clean).Where(static name => name.Length > 0);
    }
}

/// <summary>The rows of Books_rating.csv.</summary>
internal sealed class AmazonBookReviews(SourceFile file, ItemTable items, ReadContext context) : IReviewTable
{
    private const int Title = 0;
    private const int User = 1;
    private const int Helpfulness = 2;
    private const int Score = 3;
    private const int Time = 4;
    private const int Text = 5;
    private const string NoTime = "-1";

    private static readonly RecordColumn[] Columns =
        [new("Title"), new("User_id"), new("review/helpfulness"), new("review/score"), new("review/time"), new("review/text")];

    /// <summary>Reads all rows.</summary>
    /// <exception cref="DatasetException">The file cannot be read, or too many of its rows cannot.</exception>
    public IReadOnlyList<FileAudit> Read(RowWriter rows)
    {
        var audit = Scan().Read(record =>
        {
            if (FaultOf(record, out var one) is { } fault)
            {
                return fault;
            }

            rows.Add(one.User, one.Item, one.Score, one.Time, record.Line);
            return null;
        });
        audit.Require(context.MaxBadRows);
        return [audit];
    }

    public void Read(Func<string, int, bool> isWanted, Action<Review> take) => Scan().Read(record =>
    {
        if (FaultOf(record, out var one) is null && isWanted(one.User, one.Item))
        {
            take(new Review(one.User, one.Item, one.Score, Helpful(record.Text(Helpfulness)), one.Time, TextCleaning.Clean(record.Text(Text))));
        }

        return null;
    });

    /// <summary>How many found a review helpful: the first number of <c>7/9</c>; 0 for what a table program made a date of.</summary>
    internal static long Helpful(string text) =>
        text.Split('/') is [var helpful, var all]
        && long.TryParse(helpful, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && long.TryParse(all, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && count <= most ? count : 0;

    private RecordScan Scan() => new(file, RecordLayout.OfHeader(file, Columns, RecordFormat.Csv), context);

    private RecordFault? FaultOf(Record record, out (string User, int Item, float Score, long Time) one)
    {
        var isScored = float.TryParse(record.Bytes(Score), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var score);
        var isTimed = record.TryWhole(Time, out var time);
        var title = record.Text(Title);
        one = (record.Text(User), items.IndexOf(title), score, time);
        return !isScored ? new RecordFault(RowFault.NotANumber, Score)
            : score is < 1 or > 5 || score != MathF.Truncate(score) ? new RecordFault(RowFault.RatingOffScale, Score)
            : record.Text(Time) == NoTime ? new RecordFault(RowFault.NoTime, Time)
            : !isTimed ? new RecordFault(RowFault.NotANumber, Time)
            : !ClockTime.Seconds.Contains(time) ? new RecordFault(RowFault.TimeOutOfRange, Time)
            : one.User.Length == 0 ? new RecordFault(RowFault.NoUser, User)
            : LiteralCatalogue.FaultOf(one.Item, Title);
    }
}
