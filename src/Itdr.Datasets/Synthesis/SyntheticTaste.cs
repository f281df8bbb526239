namespace Itdr.Datasets.Synthesis;

/// <summary>What an invented person likes; it is what makes the data learnable.</summary>
/// <param name="Favourite">The genre most liked, as a place in the source's list.</param>
/// <param name="Second">The genre liked next.</param>
/// <param name="Disliked">A genre rated low.</param>
/// <param name="Mildness">How much higher than others the person rates, in tenths of a star.</param>
internal readonly record struct SyntheticTaste(int Favourite, int Second, int Disliked, int Mildness)
{
    public static SyntheticTaste Draw(SyntheticRandom random, int genres)
    {
        var favourite = random.Below(genres);
        return new SyntheticTaste(favourite, random.Below(genres), (favourite + random.Between(1, genres - 1)) % genres, random.Between(-3, 3));
    }

    public bool Likes(SyntheticItem item) => item.Genres.Contains(Favourite) || item.Genres.Contains(Second);

    /// <summary>The rating of an item in tenths of a star, from 5 to 50.</summary>
    public int Rate(SyntheticItem item, SyntheticRandom random)
    {
        var score = 33 + Mildness + item.Quality + random.Between(-4, 4) + random.Between(-4, 4);
        score += item.Genres.Contains(Favourite) ? 10 : 0;
        score += item.Genres.Contains(Second) ? 6 : 0;
        score -= item.Genres.Contains(Disliked) ? 12 : 0;
        return Math.Clamp(score, 5, 50);
    }
}
