namespace Itdr.Cli.Parsing;

/// <summary>Finds the name that was meant.</summary>
internal static class Suggestion
{
    /// <summary>Says which known name was meant, as a clause that starts with a comma; nothing if none is close.</summary>
    public static string Clause(string name, IEnumerable<string> known) =>
        Nearest(name, known) is { } nearest ? $", did you mean {nearest}?" : "";

    /// <summary>An error about a name that is not known, with the one that was meant and all there are.</summary>
    public static UsageException Unknown(string kind, string name, IReadOnlyCollection<string> known)
    {
        var meant = Nearest(name, known) is { } nearest ? $" Did you mean {nearest}?" : "";
        return new UsageException($"There is no {kind} {name}.{meant} There is {string.Join(", ", known)}.");
    }

    private static string? Nearest(string name, IEnumerable<string> known)
    {
        // A third of the letters may be wrong; more than that is another word.
        var best = known.Select(candidate => (Candidate: candidate, Distance: Distance(name, candidate))).OrderBy(static pair => pair.Distance).FirstOrDefault();
        return best.Candidate is not null && best.Distance <= Math.Max(1, name.Length / 3) ? best.Candidate : null;
    }

    /// <summary>How many letters must be put in, taken out or replaced.</summary>
    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
