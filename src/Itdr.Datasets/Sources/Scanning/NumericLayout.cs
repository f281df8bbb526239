using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources.Scanning;

/// <summary>What a column of a numeric file holds.</summary>
internal enum NumericColumn
{
    /// <summary>The user's id.</summary>
    User,

    /// <summary>The item's id.</summary>
    Item,

    /// <summary>The rating.</summary>
    Rating,

    /// <summary>The time, as a whole number that grows.</summary>
    Time,
}

/// <summary>The form of a file that holds nothing but unquoted numbers, at most with a fixed text before those of users and items.</summary>
/// <param name="Header">The first line.</param>
/// <param name="Separator">What stands between two fields.</param>
/// <param name="Columns">What the fields are.</param>
/// <param name="Scale">The scale of the ratings, with at most three decimals; null where there is no column of them.</param>
/// <param name="Times">The times that can be right.</param>
internal sealed record NumericLayout(
    string Header, char Separator, IReadOnlyList<NumericColumn> Columns, RatingScale? Scale, TimeRange Times)
{
    /// <summary>What stands before the number of every user; nothing where ids are numbers.</summary>
    public string UserPrefix { get; init; } = "";

    /// <summary>What stands before the number of every item; nothing where ids are numbers.</summary>
    public string ItemPrefix { get; init; } = "";

    /// <summary>The index of a column.</summary>
    public int IndexOf(NumericColumn column) => Columns.TakeWhile(known => known != column).Count();

    /// <summary>The name of a column, as the header has it.</summary>
    public string NameOf(int column) => Header.Split(Separator)[column];
}
