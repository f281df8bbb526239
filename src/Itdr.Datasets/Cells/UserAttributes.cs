using System.Globalization;
using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>The attributes that a cell asks for, and which values of them are taken to be true.</summary>
/// <param name="names">Their names, as the answer of <see cref="UserAttributePrediction"/> writes them and in its order.</param>
internal sealed class UserAttributes(params string[] names)
{
    public const string Country = "country";
    public const string Location = "location";
    public const string Gender = "gender";
    public const string AgeGroup = "age group";
    public const string Age = "age";
    public const string BirthYear = "birth year";
    public const string Occupation = "occupation";

    private const string MinAge = "min-age";
    private const string MaxAge = "max-age";
    private const string MinBirthYear = "min-birth-year";
    private const string MaxBirthYear = "max-birth-year";

    /// <summary>Whether a user must be known by all of them, and not by at least one.</summary>
    public bool AllKnown { get; init; }

    /// <summary>How the source writes them, for those that have a form of their own.</summary>
    public IReadOnlyList<AttributeForm> Forms { get; init; } = [];

    /// <summary>The bounds outside of which a number that people typed is nobody's.</summary>
    public IReadOnlyList<CellSettingInfo> Settings { get; } =
    [
        .. !names.Contains(Age) ? Array.Empty<CellSettingInfo>() :
        [
            new(MinAge, 5, 0, 150, IsWhole: true, "least age that is taken to be true"),
            new(MaxAge, 100, 0, 150, IsWhole: true, "greatest age that is taken to be true"),
        ],
        .. !names.Contains(BirthYear) ? Array.Empty<CellSettingInfo>() :
        [
            new(MinBirthYear, 1930, 1850, 2100, IsWhole: true, "earliest year of birth that is taken to be true"),
            new(MaxBirthYear, 2015, 1850, 2100, IsWhole: true, "latest year of birth that is taken to be true"),
        ],
    ];

    /// <summary>What is asked for of what a source says of a user; an impossible number is as good as none.</summary>
    public UserProfile Plausible(UserProfile profile, CellSettings settings) => new()
    {
        Country = Asked(Country, profile.Country),
        Location = Asked(Location, profile.Location),
        Gender = Asked(Gender, profile.Gender),
        AgeGroup = Asked(AgeGroup, profile.AgeGroup),
        Age = names.Contains(Age) ? Within(profile.Age, settings.Whole(MinAge), settings.Whole(MaxAge)) : null,
        BirthYear = names.Contains(BirthYear) ? Within(profile.BirthYear, settings.Whole(MinBirthYear), settings.Whole(MaxBirthYear)) : null,
        Occupation = Asked(Occupation, profile.Occupation),
    };

    /// <summary>The names of what is known, in the order of the answer.</summary>
    public IReadOnlyList<string> Known(UserProfile profile) => [.. names.Where(name => ValueOf(profile, name) is not null)];

    /// <summary>Whether enough is known for an instance.</summary>
    public bool IsEnough(UserProfile profile) => Known(profile).Count >= (AllKnown ? names.Length : 1);

    private string? Asked(string name, string? value) => names.Contains(name) ? value : null;

    private static int? Within(int? number, int least, int most) => number >= least && number <= most ? number : null;

    private static string? ValueOf(UserProfile profile, string name) => name switch
    {
        Country => profile.Country,
        Location => profile.Location,
        Gender => profile.Gender,
        AgeGroup => profile.AgeGroup,
        Age => profile.Age?.ToString(CultureInfo.InvariantCulture),
        BirthYear => profile.BirthYear?.ToString(CultureInfo.InvariantCulture),
        Occupation => profile.Occupation,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}
