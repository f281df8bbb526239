namespace Itdr.Datasets.Tables;

/// <summary>
/// One interaction of a user with an item. Its natural order is time order: by time, then by item, whose index stands
/// in the order of the item ids.
/// </summary>
/// <param name="Item">The item's index in its <see cref="ItemTable"/>.</param>
/// <param name="Rating">The rating on the source's scale; 0 where the source has none.</param>
/// <param name="Time">The source's time, or the place in the file where it has none; larger is later.</param>
internal readonly record struct Interaction(int Item, float Rating, long Time) : IComparable<Interaction>
{
    public int CompareTo(Interaction other) =>
        Time != other.Time ? Time.CompareTo(other.Time) : Item.CompareTo(other.Item);

    public static bool operator <(Interaction left, Interaction right) => left.CompareTo(right) < 0;

    public static bool operator >(Interaction left, Interaction right) => left.CompareTo(right) > 0;

    public static bool operator <=(Interaction left, Interaction right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Interaction left, Interaction right) => left.CompareTo(right) >= 0;
}
