namespace Itdr.Generators.Parsing;

/// <summary>Finds the name that was probably meant.</summary>
internal static class Suggestion
{
    /// <summary>The end of a message: <c>; did you mean 'History'?</c>, or nothing if no name is near.</summary>
    public static string Ask(string? meant) => meant is null ? "" : $"; did you mean '{meant}'?";

    /// <summary>The known name that is nearest to the written one, or null if none is near.</summary>
    public static string? Nearest(string written, IEnumerable<string> known)
    {
        var best = known
            .Select(name => (Name: name, Distance: Distance(written.ToUpperInvariant(), name.ToUpperInvariant())))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(1, written.Length / 3) ? best.Name : null;
    }

    /// <summary>The number of single-character edits and swaps of neighbours between two texts.</summary>
    private static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var row = 0; row <= from.Length; row++)
        {
            for (var column = 0; column <= to.Length; column++)
            {
                rows[row, column] = row == 0 ? column : column == 0 ? row : Math.Min(
                    Math.Min(rows[row - 1, column], rows[row, column - 1]) + 1,
                    rows[row - 1, column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1));
                if (row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1])
                {
                    rows[row, column] = Math.Min(rows[row, column], rows[row - 2, column - 2] + 1);
                }
            }
        }

        return rows[from.Length, to.Length];
    }
}
