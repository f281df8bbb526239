namespace Itdr.Datasets.Synthesis;

/// <summary>An invented rating, or a click, a play or a review where the source has no ratings.</summary>
/// <param name="Item">What was rated.</param>
/// <param name="Score">The rating in tenths of a star, from 5 to 50, before it is rounded to the source's steps.</param>
/// <param name="Time">When, in seconds since 1970.</param>
internal readonly record struct SyntheticRating(SyntheticItem Item, int Score, long Time);
