using Itdr.Subtasks;

namespace Itdr.Datasets.Sources.MovieLens;

/// <summary>What the codes in users.dat of MovieLens 1M stand for, by its README. An age is the lower bound of a group, never an age.</summary>
internal static class MovieLens1MCodes
{
    /// <summary>The genders, which the source writes as letters.</summary>
    public static IReadOnlyList<string> Genders { get; } = ["F", "M"];

    /// <summary>The age groups by code.</summary>
    public static IReadOnlyDictionary<string, string> AgeGroups { get; } = new Dictionary<string, string>
    {
        ["1"] = "Under 18",
        ["18"] = "18-24",
        ["25"] = "25-34",
        ["35"] = "35-44",
        ["45"] = "45-49",
        ["50"] = "50-55",
        ["56"] = "56+",
    };

    /// <summary>The occupations by code.</summary>
    public static IReadOnlyDictionary<string, string> Occupations { get; } = new Dictionary<string, string>
    {
        ["0"] = "other or not specified",
        ["1"] = "academic/educator",
        ["2"] = "artist",
        ["3"] = "clerical/admin",
        ["4"] = "college/grad student",
        ["5"] = "customer service",
        ["6"] = "doctor/health care",
        ["7"] = "executive/managerial",
        ["8"] = "farmer",
        ["9"] = "homemaker",
        ["10"] = "K-12 student",
        ["11"] = "lawyer",
        ["12"] = "programmer",
        ["13"] = "retired",
        ["14"] = "sales/marketing",
        ["15"] = "scientist",
        ["16"] = "self-employed",
        ["17"] = "technician/engineer",
        ["18"] = "tradesman/craftsman",
        ["19"] = "unemployed",
        ["20"] = "writer",
    };

    /// <summary>What a model is told of how the attributes are written.</summary>
    public static IReadOnlyList<AttributeForm> Forms { get; } =
    [
        new("gender", string.Join(" or ", Genders)),
        new("age group", $"one of {string.Join(", ", AgeGroups.Values)}"),
        new("occupation", $"one of {string.Join(", ", Occupations.Values)}"),
    ];
}
