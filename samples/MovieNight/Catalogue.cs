namespace MovieNight;

/// <summary>The films of the house. None of them was ever made.</summary>
internal static class Catalogue
{
    /// <summary>How many films are on in one evening.</summary>
    public const int AnEvening = 10;

    public static IReadOnlyList<Film> All { get; } = Films(
        ("The Clockmaker's Alibi", 1951, "mystery, drama"),
        ("Seven Umbrellas", 1964, "comedy, romance"),
        ("Mind the <Gap>", 2009, "comedy, adventure"),
        ("Salt & Vinegar", 2016, "romance, drama"),
        ("The Lighthouse Audit", 1998, "mystery, horror"),
        ("Postcards from Europa", 2031, "science fiction, drama"),
        ("A Moose in the Ministry", 1987, "comedy"),
        ("Nobody Waters the Ferns", 2019, "horror"),
        ("The Cartographer's Daughter", 1973, "adventure, romance"),
        ("Two Tickets to Yesterday", 2004, "science fiction, romance"),
        ("\"Quiet,\" Said the Orchestra", 1959, "comedy, mystery"),
        ("Last Tram to Harbour Street", 1948, "drama, mystery"),
        ("The Robot Who Kept Bees", 2022, "animation, science fiction"),
        ("Dust on the Telegraph", 1956, "western, drama"),
        ("Grandmother Was a Pirate", 2011, "adventure, comedy"),
        ("The Third Cellar", 1982, "horror, mystery"),
        ("Marmalade Season", 2001, "romance, comedy"),
        ("Gravity Is a Suggestion", 1994, "science fiction, comedy"),
        ("The Snow Leopard's Library", 2015, "animation, adventure"),
        ("High Noonish", 1977, "western, comedy"),
        ("A Short History of Soup", 2018, "documentary"),
        ("The Wolf Who Answered the Phone", 1969, "horror, comedy"),
        ("Kites over Kestrel Point", 1990, "drama, romance"),
        ("The Museum After Midnight", 2007, "mystery, adventure"),
        ("Nine Ways to Lose a Comet", 2026, "science fiction, adventure"),
        ("Penguins of the Upper Shelf", 2020, "animation, comedy"),
        ("Silent Orchard", 1962, "drama"),
        ("The Sheriff of Nowhere Much", 1971, "western, adventure"),
        ("Deep Water Choir", 2013, "documentary, drama"),
        ("Do Not Feed the Portrait", 1988, "horror, comedy"),
        ("An Elevator to the Sea", 2017, "romance, science fiction"),
        ("The Great Biscuit Robbery", 1966, "comedy, mystery"),
        ("Foxfire Junction", 1953, "western, mystery"),
        ("Paper Boats, Iron Rivers", 1979, "adventure, drama"),
        ("The Hum", 2023, "horror, science fiction"),
        ("Concerto for Lawnmower", 1996, "comedy, documentary"),
        ("Beneath the Ninth Moon", 2028, "science fiction, mystery"),
        ("The Baker of Broken Street", 1944, "drama, romance"),
        ("How the Hedgehog Got the Job", 2014, "animation, comedy"),
        ("Ropes, Ladders, Regrets", 2010, "documentary, adventure"));

    /// <summary>The film with an id, or null.</summary>
    public static Film? Find(int id) => id >= 1 && id <= All.Count ? All[id - 1] : null;

    /// <summary>What is on in an evening, always the same for its number, without films that somebody chose already.</summary>
    public static IReadOnlyList<Film> Programme(int evening, IReadOnlyCollection<Film> without)
    {
        Film[] films = [.. All];
        new Random(evening).Shuffle(films);
        return [.. films.Where(film => !without.Contains(film)).Take(AnEvening)];
    }

    private static Film[] Films(params (string Title, int Year, string Genres)[] rows) =>
        [.. rows.Select(static (row, index) => new Film(row.Title, row.Year, row.Genres) { Id = index + 1 })];
}
