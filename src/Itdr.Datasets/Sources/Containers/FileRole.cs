using System.IO.Enumeration;

namespace Itdr.Datasets.Sources.Containers;

/// <summary>
/// A file that a source is made of. Upper and lower case, the folder around it, and whether it is packed are of no account.
/// </summary>
/// <param name="Name">What the source calls it; the first of its spellings if no other is given.</param>
/// <param name="IsRequired">Whether the source cannot be read without it.</param>
/// <param name="IsMany">Whether there may be several of it, of which all are taken.</param>
internal sealed record FileRole(string Name, bool IsRequired = true, bool IsMany = false)
{
    /// <summary>
    /// The names under which copies of it go around, the preferred first; <c>*</c> stands for any characters. One with a slash names the
    /// folder around the file too.
    /// </summary>
    public IReadOnlyList<string> Spellings { get; init; } = [Name];

    /// <summary>The place in <see cref="Spellings"/> of the first that fits a path, or -1.</summary>
    public int SpellingOf(string path)
    {
        var segments = path.Split('/');
        for (var place = 0; place < Spellings.Count; place++)
        {
            var wanted = Spellings[place].Split('/');
            if (segments.Length >= wanted.Length
                && wanted.Zip(segments[^wanted.Length..]).All(static pair => FileSystemName.MatchesSimpleExpression(pair.First, pair.Second, ignoreCase: true)))
            {
                return place;
            }
        }

        return -1;
    }

    /// <summary>Whether a file has the name of this one with a word put in, as pieces cut off for trying things are named: <c>NAME.head20.csv</c>.</summary>
    public bool IsPiece(string path)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        return SpellingOf(path) < 0 && Spellings.Select(static spelling => spelling[(spelling.LastIndexOf('/') + 1)..]).Any(spelling =>
            spelling.LastIndexOf('.') is > 0 and var dot && FileSystemName.MatchesSimpleExpression($"{spelling[..dot]}.*{spelling[dot..]}", name, ignoreCase: true));
    }
}
