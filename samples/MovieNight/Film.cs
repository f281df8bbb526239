using Itdr;

namespace MovieNight;

/// <summary>A film.</summary>
[Fragment("{Title}")]
[Fragment("{Title} ({Year}; {Genres})", Format = "listed")]
public sealed record Film(string Title, int Year, string Genres)
{
    [NotRendered]
    public required int Id { get; init; }
}
