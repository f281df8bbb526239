using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Sources.Anime;

/// <summary>
/// Anime Dataset 2023: CSV in UTF-8 whose synopses run over several lines. An anime is known by its number, since names are shared.
/// Scores have no times, so the order is that of the file. What is for adults alone is left out.
/// </summary>
internal sealed class Anime2023 : ISource
{
    /// <summary>The name of the source.</summary>
    public const string Name = "anime-2023";

    private const string Animes = "anime-dataset-2023.csv";
    private const string Users = "users-details-2023.csv";
    private const string Scores = "users-score-2023.csv";

    private static readonly string[] Genders = ["Female", "Male", "Non-Binary"];

    private static readonly RecordColumn[] AnimeColumns =
        [new("anime_id"), new("Name"), new("Genres"), new("Synopsis"), new("Type"), new("Episodes"), new("Studios"), new("Source"), new("Rating")];

    private static readonly RecordColumn[] UserColumns = [new("Mal ID"), new("Gender"), new("Birthday"), new("Location")];
    private static readonly RecordColumn[] ScoreColumns = [new("user_id"), new("anime_id"), new("rating")];

    public SourceInfo Info { get; } = new(
        Name,
        "Anime Dataset 2023",
        [Animes, Users, Scores],
        "Scores of anime from 1 to 10 by users whose gender, birthday and location are known in part; no times.",
        "See the page where it is offered; the content is MyAnimeList's, and locations and birthdays are personal data.",
        "https://www.kaggle.com/datasets/dbdmobile/myanimelist-dataset");

    /// <summary>What a model is told of how the attributes are written.</summary>
    public static IReadOnlyList<AttributeForm> Forms { get; } =
        [new("gender", string.Join(", ", Genders[..^1]) + " or " + Genders[^1]), new("birth year", "four digits")];

    public SourceTables Open(SourceFolder folder, ReadContext context)
    {
        var scores = SourceFile.Open(folder, Scores, context);
        var adult = new HashSet<long>();
        var (items, animeAudit) = ReadAnimes(SourceFile.Open(folder, Animes, context), adult, context);
        return SourceTables.Over(items, context, reading =>
        {
            var (users, userAudit) = ReadUsers(SourceFile.Open(folder, Users, reading), reading);
            var scan = new RecordScan(scores, RecordLayout.OfHeader(scores, ScoreColumns, RecordFormat.Csv), reading);
            var interactions = new RecordInteractions(
                scan, (record, take) => ReadScore(record, take, items, adult), items, new SampleHash(context.Seed, Name), Repeats.KeepEarliest, reading);
            return new SourceTables(items, users, interactions, [animeAudit, userAudit]);
        });
    }

    private static (ItemTable Items, FileAudit Audit) ReadAnimes(SourceFile file, HashSet<long> adult, ReadContext context)
    {
        using var animes = new RecordItems(RecordItems.TitleAndProperties, context);
        var audit = new RecordScan(file, RecordLayout.OfHeader(file, AnimeColumns, RecordFormat.Csv), context).Read(record =>
        {
            if (!record.TryWhole(0, out var id))
            {
                return new RecordFault(RowFault.NotANumber, 0);
            }

            if (AnimeText.IsForAdults(record.Text(8)))
            {
                adult.Add(id);
                return new RecordFault(RowFault.LeftOutItem, 8);
            }

            return animes.Add(Anime(record), column: 0);
        });
        audit.Require(context.MaxBadRows);
        return (animes.ToTable(), audit);
    }

    private static CatalogItem Anime(Record record)
    {
        var genres = AnimeText.List(record.Text(2));
        (string Name, string? Value)[] all =
        [
            ("genres", genres.Count == 0 ? null : string.Join(", ", genres)),
            ("type", AnimeText.Known(record.Text(4))),
            ("episodes", AnimeText.Count(record.Text(5))),
            ("studios", AnimeText.Known(record.Text(6))),
            ("source", AnimeText.Known(record.Text(7))),
            ("age class", AnimeText.Known(record.Text(8))),
            ("synopsis", AnimeText.Known(record.Text(3))),
        ];
        return new CatalogItem(record.Text(0), AnimeText.Known(record.Text(1)) is { } name ? TitleCleaning.Clean(name) : "", genres)
        {
            Properties = [.. all.Where(static property => property.Value is not null).Select(static property => new ItemProperty(property.Name, property.Value!))],
        };
    }

    private static (UserTable Users, FileAudit Audit) ReadUsers(SourceFile file, ReadContext context)
    {
        var users = new RecordCatalogue<UserProfile>(static user => $"{user.Location}|{user.Gender}|{user.BirthYear}");
        var audit = new RecordScan(file, RecordLayout.OfHeader(file, UserColumns, RecordFormat.Csv), context).Read(record =>
        {
            if (!record.TryWhole(0, out _))
            {
                return new RecordFault(RowFault.NotANumber, 0);
            }

            var gender = record.Text(1);
            if (gender.Length > 0 && !Genders.Contains(gender))
            {
                return new RecordFault(RowFault.UnknownCode, 1);
            }

            var profile = new UserProfile
            {
                Gender = gender.Length > 0 ? gender : null,
                BirthYear = AnimeText.Year(record.Text(2)),
                Location = AnimeText.Place(record.Text(3)),
            };
            return users.Add(record.Text(0), profile, column: 0);
        });
        audit.Require(context.MaxBadRows);
        return (new UserTable(users.Rows.ToDictionary()), audit);
    }

    private static RecordFault? ReadScore(Record record, TakeInteraction take, ItemTable items, HashSet<long> adult)
    {
        if (!record.TryWhole(0, out _))
        {
            return new RecordFault(RowFault.NotANumber, 0);
        }

        if (!record.TryWhole(1, out var anime))
        {
            return new RecordFault(RowFault.NotANumber, 1);
        }

        if (!record.TryRoundedWhole(2, out var score))
        {
            return new RecordFault(RowFault.NotANumber, 2);
        }

        if (!RatingScale.TenPoints.Contains(score))
        {
            return new RecordFault(RowFault.RatingOffScale, 2);
        }

        var item = items.IndexOf((ulong)anime);
        if (item < 0)
        {
            return new RecordFault(adult.Contains(anime) ? RowFault.LeftOutItem : item == ItemTable.Untitled ? RowFault.UntitledItem : RowFault.UnlistedItem, 1);
        }

        take(record.Bytes(0), new Interaction(item, score, record.Line));
        return null;
    }
}
