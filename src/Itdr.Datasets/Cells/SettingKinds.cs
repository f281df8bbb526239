namespace Itdr.Datasets.Cells;

/// <summary>The thresholds that recipes share, so that one name means one thing everywhere.</summary>
internal static class SettingKinds
{
    /// <summary>The name of <see cref="OfHistory"/>.</summary>
    public const string History = "history";

    /// <summary>The name of <see cref="OfMinRatings"/>.</summary>
    public const string MinRatings = "min-ratings";

    /// <summary>The name of <see cref="OfMinRating"/>.</summary>
    public const string MinRating = "min-rating";

    /// <summary>The name of <see cref="OfPositives"/>.</summary>
    public const string Positives = "positives";

    /// <summary>The name of <see cref="OfNegatives"/>.</summary>
    public const string Negatives = "negatives";

    /// <summary>The name of <see cref="OfItems"/>.</summary>
    public const string Items = "items";

    /// <summary>The name of <see cref="OfMinItems"/>.</summary>
    public const string MinItems = "min-items";

    private const decimal MostOfAList = 100;

    public static CellSettingInfo OfHistory(int count) =>
        new(History, count, 1, MostOfAList, IsWhole: true, "items in the history");

    public static CellSettingInfo OfMinRatings(int count) =>
        new(MinRatings, count, 2, 100_000, IsWhole: true, "ratings that a user must have");

    public static CellSettingInfo OfMinRating(decimal rating, RatingScale scale) =>
        new(MinRating, rating, scale.Minimum, scale.Maximum, IsWhole: false, "lowest rating of an interaction that counts");

    public static CellSettingInfo OfPositives(int count) =>
        new(Positives, count, 1, MostOfAList, IsWhole: true, "candidates that the user turned to");

    public static CellSettingInfo OfNegatives(int count) =>
        new(Negatives, count, 1, MostOfAList, IsWhole: true, "candidates that the user never touched");

    public static CellSettingInfo OfMinItems(int count) =>
        new(MinItems, count, 1, 100_000, IsWhole: true, "items that a user must have");

    public static CellSettingInfo OfItems(int count) =>
        new(Items, count, 1, MostOfAList, IsWhole: true, "most items shown");
}
