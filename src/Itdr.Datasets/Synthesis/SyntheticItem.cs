namespace Itdr.Datasets.Synthesis;

/// <summary>An invented movie, book, product, place, game, artist or piece of news.</summary>
/// <param name="Id">Its key: a number that is written as it is or that the source's own key is made of.</param>
/// <param name="Title">Its title as the file has it, before any quoting.</param>
/// <param name="Genres">What it is about, as places in the source's list of genres, categories or tags; empty if none is known.</param>
/// <param name="Quality">How much better than others it is liked, in tenths of a star.</param>
internal sealed record SyntheticItem(int Id, string Title, IReadOnlyList<int> Genres, int Quality);
