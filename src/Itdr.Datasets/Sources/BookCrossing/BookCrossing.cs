using System.Text;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources.Containers;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Sources.BookCrossing;

/// <summary>
/// BookCrossing: semicolons, every field in quotes with a backslash before a quote inside; copies with commas and doubled quotes go
/// around too. Most records are Latin-1, some UTF-8. It has no times, so the order is that of the file.
/// </summary>
internal sealed class BookCrossing : ISource
{
    /// <summary>The name of the source.</summary>
    public const string Name = "bookcrossing";

    private const string Ratings = "BX-Book-Ratings.csv";
    private const string Users = "BX-Users.csv";
    private const string Books = "BX-Books.csv";
    private const string Missing = "NULL";
    private const int BestRating = 10;

    private static readonly RecordFormat[] Formats =
    [
        new(';', QuoteStyle.Backslash, Encoding.UTF8) { FallsBackToLatin1 = true },
        new(',', QuoteStyle.Doubled, Encoding.UTF8) { FallsBackToLatin1 = true },
    ];

    private static readonly RecordColumn[] RatingColumns = [new("User-ID"), new("ISBN"), new("Book-Rating", "Rating")];
    private static readonly RecordColumn[] UserColumns = [new("User-ID"), new("Location"), new("Age")];

    private static readonly RecordColumn[] BookColumns =
    [
        new("ISBN"),
        new("Book-Title", "Title"),
        new("Book-Author", "Author"),
        new("Year-Of-Publication", "Year"),
        new("Publisher"),
    ];

    public SourceInfo Info { get; } = new(
        Name,
        "BookCrossing",
        [Ratings, Users, Books],
        "Ratings of books from 1 to 10 and books read without a rating, by users whose location and age are known in part; no times.",
        "Free for research that acknowledges it (Ziegler et al., WWW 2005); check with the authors before passing it on.",
        "http://www2.informatik.uni-freiburg.de/~cziegler/BX/");

    public IReadOnlyList<FileRole> Files { get; } =
    [
        new(Ratings) { Spellings = [Ratings, "BX_Book_Ratings.csv", "Book-Ratings.csv", "Ratings.csv"] },
        new(Users) { Spellings = [Users, "BX_Users.csv", "Users.csv"] },
        new(Books) { Spellings = [Books, "BX_Books.csv", "Books.csv"] },
    ];

    public SourceTables Open(SourceFolder folder, ReadContext context)
    {
        var ratings = SourceFile.Open(folder, Ratings, context);
        var (items, bookAudit) = ReadBooks(SourceFile.Open(folder, Books, context), context);
        return SourceTables.Over(items, context, reading =>
        {
            var (users, userAudit) = ReadUsers(SourceFile.Open(folder, Users, reading), reading);
            var scan = new RecordScan(ratings, RecordLayout.OfHeader(ratings, RatingColumns, Formats), reading);
            var interactions = new RecordInteractions(
                scan, (record, take) => ReadRating(record, take, items), items, new SampleHash(context.Seed, Name), Repeats.KeepEarliest, reading);
            return new SourceTables(items, users, interactions, [bookAudit, userAudit]);
        });
    }

    private static (ItemTable Items, FileAudit Audit) ReadBooks(SourceFile file, ReadContext context)
    {
        using var books = new RecordItems(RecordItems.TitleAndProperties, context);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var audit = new RecordScan(file, RecordLayout.OfHeader(file, BookColumns, Formats), context).Read(record =>
        {
            // Text in the place of the year is the sign of a record whose fields have slipped.
            if (!record.TryRoundedWhole(3, out var year))
            {
                return new RecordFault(RowFault.NotANumber, 3);
            }

            var isbn = record.Text(0);
            var book = Book(record, BookCrossingText.Year(year));
            var fault = ids.Add(isbn) ? RowFault.OtherSpelling : RowFault.RepeatedId;
            return books.Add(book, column: 0, fault);
        });
        audit.Require(context.MaxBadRows);
        return (books.ToTable(), audit);
    }

    private static CatalogItem Book(Record record, string? year)
    {
        (string Name, string? Value)[] all =
        [
            ("author", BookCrossingText.Title(record.Text(2))),
            ("year", year),
            ("publisher", BookCrossingText.Title(record.Text(4))),
        ];
        return new CatalogItem(BookCrossingText.Key(record.Text(0)), BookCrossingText.Title(record.Text(1)), [])
        {
            Properties = [.. all.Where(static property => property.Value is { Length: > 0 } and not Missing).Select(static property => new ItemProperty(property.Name, property.Value!))],
        };
    }

    private static (UserTable Users, FileAudit Audit) ReadUsers(SourceFile file, ReadContext context)
    {
        var users = new RecordCatalogue<UserProfile>(static user => $"{user.Location}|{user.Age}");
        var audit = new RecordScan(file, RecordLayout.OfHeader(file, UserColumns, Formats), context).Read(record =>
        {
            if (!record.TryWhole(0, out _))
            {
                return new RecordFault(RowFault.NotANumber, 0);
            }

            var age = 0L;
            var hasAge = record.Bytes(2) is { IsEmpty: false } bytes && !bytes.SequenceEqual("NULL"u8);
            if (hasAge && !record.TryRoundedWhole(2, out age))
            {
                return new RecordFault(RowFault.NotANumber, 2);
            }

            var profile = new UserProfile { Location = BookCrossingText.Location(record.Text(1)), Age = hasAge ? (int)Math.Clamp(age, int.MinValue, int.MaxValue) : null };
            return users.Add(record.Text(0), profile, column: 0);
        });
        audit.Require(context.MaxBadRows);
        return (new UserTable(users.Rows.ToDictionary()), audit);
    }

    /// <summary>A rating of 0 says that the user has read the book and not rated it. A good tenth of the ratings name books that the book file lacks.</summary>
    private static RecordFault? ReadRating(Record record, TakeInteraction take, ItemTable items)
    {
        if (!record.TryWhole(0, out _))
        {
            return new RecordFault(RowFault.NotANumber, 0);
        }

        if (!record.TryRoundedWhole(2, out var rating))
        {
            return new RecordFault(RowFault.NotANumber, 2);
        }

        if (rating is < 0 or > BestRating)
        {
            return new RecordFault(RowFault.RatingOffScale, 2);
        }

        var item = items.IndexOf(BookCrossingText.Key(record.Text(1)));
        if (item < 0)
        {
            return new RecordFault(item == ItemTable.Untitled ? RowFault.UntitledItem : RowFault.UnlistedItem, 1);
        }

        take(record.Bytes(0), new Interaction(item, rating, record.Line));
        return null;
    }
}
