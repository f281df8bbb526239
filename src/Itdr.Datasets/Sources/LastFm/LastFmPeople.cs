using System.Collections.Frozen;
using System.Globalization;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;
using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Sources.LastFm;

/// <summary>Reads the profiles of Last.FM: id, gender, age, country and the day of signing up, each but the id missing for many.</summary>
internal static class LastFmPeople
{
    private const int Id = 0;
    private const int Gender = 1;
    private const int Age = 2;
    private const int Country = 3;

    /// <summary>Places of the list of countries in which nobody lives; who chose one of them chose it in jest.</summary>
    private static readonly FrozenSet<string> WithoutPeople = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Antarctica",
        "Bouvet Island",
        "British Indian Ocean Territory",
        "French Southern Territories",
        "Heard Island and Mcdonald Islands",
        "South Georgia and the South Sandwich Islands",
        "United States Minor Outlying Islands");

    /// <summary>What a model is told of how the attributes are written.</summary>
    public static IReadOnlyList<AttributeForm> Forms { get; } = [new("country", "its English name"), new("gender", "f or m"), new("age", "in years")];

    /// <summary>Reads the file; its first line may be a header that begins with <c>#</c>.</summary>
    /// <param name="file">The file.</param>
    /// <param name="isId">Whether a text has the form of the source's ids.</param>
    /// <param name="context">How to read.</param>
    public static (UserTable Users, FileAudit Audit) Read(SourceFile file, Func<string, bool> isId, ReadContext context)
    {
        var layout = RecordLayout.Headless(RecordFormat.Tsv, "id", "gender", "age", "country", "registered");
        var people = new RecordCatalogue<UserProfile>(static user => $"{user.Gender}|{user.Age}|{user.Country}");
        var scan = new RecordScan(file, layout with { HasHeader = file.FirstLine().StartsWith('#') }, context);
        var audit = scan.Read(record =>
        {
            if (!isId(record.Text(Id)))
            {
                return new RecordFault(RowFault.BrokenId, Id);
            }

            if (record.Text(Gender) is not ("" or "f" or "m"))
            {
                return new RecordFault(RowFault.UnknownCode, Gender);
            }

            return ReadAge(record, out var age) ? people.Add(record.Text(Id), Profile(record, age), Id) : new RecordFault(RowFault.NotANumber, Age);
        });
        audit.Require(context.MaxBadRows);
        return (new UserTable(people.Rows.ToDictionary()), audit);
    }

    /// <summary>The country, or null for one in which nobody lives.</summary>
    public static string? Inhabited(string country) => country.Length == 0 || WithoutPeople.Contains(country) ? null : country;

    private static UserProfile Profile(Record record, int? age) => new()
    {
        Gender = record.Text(Gender) is { Length: > 0 } gender ? gender : null,
        Age = age,
        Country = Inhabited(TitleCleaning.Clean(record.Text(Country))),
    };

    /// <summary>Reads an age as it stands: people typed -1337 too, and which ages can be true is for the cells to say.</summary>
    private static bool ReadAge(Record record, out int? age)
    {
        age = null;
        if (record.Bytes(Age).IsEmpty)
        {
            return true;
        }

        var isRead = int.TryParse(record.Bytes(Age), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        age = number;
        return isRead;
    }
}
