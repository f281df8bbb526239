namespace Itdr.Datasets.Sources.Scanning;

/// <summary>One row of a numeric file.</summary>
internal struct NumericRow
{
    /// <summary>The user's id.</summary>
    public ulong User;

    /// <summary>The item's id.</summary>
    public ulong Item;

    /// <summary>The rating in thousandths.</summary>
    public long Rating;

    /// <summary>The time.</summary>
    public long Time;
}
