namespace Itdr.Datasets.Synthesis;

/// <summary>An invented rating.</summary>
/// <param name="Movie">The movie.</param>
/// <param name="Score">The rating in tenths of a star, from 5 to 50, before it is rounded to the source's steps.</param>
/// <param name="Time">When, in seconds since 1970.</param>
internal readonly record struct SyntheticRating(SyntheticMovie Movie, int Score, long Time);
