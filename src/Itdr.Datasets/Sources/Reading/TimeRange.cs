namespace Itdr.Datasets.Sources.Reading;

/// <summary>The times that rows of a source can have, in the source's own unit.</summary>
/// <param name="First">The earliest.</param>
/// <param name="Last">The latest.</param>
internal sealed record TimeRange(long First, long Last)
{
    /// <summary>Whether a time can be right.</summary>
    public bool Contains(long time) => time >= First && time <= Last;
}
