using Itdr.Evaluation;
using Itdr.Instances;

namespace MovieNight;

/// <summary>The members of a film club, who have seen everything of the genres they like: what a baseline learns from.</summary>
internal static class Club
{
    private static readonly (string Name, string[] Genres)[] Members =
    [
        ("Ada", ["mystery"]), ("Bartholomew", ["horror"]), ("Clementine", ["comedy"]), ("Dmitri", ["science fiction"]),
        ("Esperanza", ["romance"]), ("Farouk", ["western"]), ("Greta", ["animation"]), ("Hugo", ["adventure"]),
        ("Imani", ["documentary"]), ("Jonas", ["drama"]), ("Kiku", ["horror", "mystery"]), ("Leopold", ["animation", "comedy"]),
        ("Mirabel", ["romance", "drama"]), ("Nestor", ["science fiction", "adventure"]), ("Olga", ["western", "adventure"]),
    ];

    public static TrainingEvidence Evidence() => TrainingEvidence.From(
        FilmNight.Descriptor,
        Members.Select(static member => new Instance<FilmNight, FilmNight.Answer>($"film-night.club.{member.Name}", new FilmNight(SeenBy(member.Genres), []))
        {
            User = member.Name,
        }));

    private static IReadOnlyList<Film> SeenBy(string[] genres) => [.. Catalogue.All.Where(film => film.Genres.Split(", ").Intersect(genres).Any())];
}
