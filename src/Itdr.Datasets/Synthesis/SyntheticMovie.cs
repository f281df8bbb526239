namespace Itdr.Datasets.Synthesis;

/// <summary>An invented movie.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Title">Its title as the file has it, the year included, before any quoting.</param>
/// <param name="Genres">Its genres, as places in the source's list; empty if none is known.</param>
/// <param name="Quality">How much better than others it is liked, in tenths of a star.</param>
internal sealed record SyntheticMovie(int Id, string Title, IReadOnlyList<int> Genres, int Quality);
