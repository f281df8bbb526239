namespace Itdr.Subtasks;

/// <summary>What the items of a source are, in words, so that one wording serves every domain.</summary>
/// <param name="Item">One item: <c>movie</c>.</param>
/// <param name="Items">Several items: <c>movies</c>.</param>
/// <param name="Engaged">What a user has done with them, as a past participle: <c>watched</c>.</param>
[Fragment("{Items}")]
public sealed record ItemDomain(string Item, string Items, string Engaged)
{
    /// <summary>Movies, watched: MovieLens 1M and 32M.</summary>
    public static ItemDomain Movies { get; } = new("movie", "movies", "watched");

    /// <summary>Anime, watched: Anime Dataset 2023.</summary>
    public static ItemDomain Anime { get; } = new("anime", "anime", "watched");

    /// <summary>Books, read: BookCrossing and Amazon Books Reviews.</summary>
    public static ItemDomain Books { get; } = new("book", "books", "read");

    /// <summary>Businesses, visited: Yelp.</summary>
    public static ItemDomain Businesses { get; } = new("business", "businesses", "visited");

    /// <summary>Short videos, watched: MicroLens.</summary>
    public static ItemDomain ShortVideos { get; } = new("short video", "short videos", "watched");

    /// <summary>Videos chosen by their cover pictures, watched: PixelRec.</summary>
    public static ItemDomain Videos { get; } = new("video", "videos", "watched");

    /// <summary>News articles, read: MIND.</summary>
    public static ItemDomain News { get; } = new("news article", "news articles", "read");

    /// <summary>Games, played: Steam.</summary>
    public static ItemDomain Games { get; } = new("game", "games", "played");

    /// <summary>Musical artists, listened to: Last.FM 1K and 360K.</summary>
    public static ItemDomain Artists { get; } = new("artist", "artists", "listened to");

    /// <summary>Products of one category, bought: Amazon Reviews 2023.</summary>
    /// <param name="category">The category in words: <c>Musical Instruments</c>.</param>
    public static ItemDomain Products(string category) => new("product", $"products in {category}", "bought");
}
