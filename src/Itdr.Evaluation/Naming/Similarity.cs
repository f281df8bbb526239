namespace Itdr.Evaluation;

/// <summary>How alike two names are.</summary>
internal static class Similarity
{
    /// <summary>The known name that a mistyped one most likely means, or null if none is near.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        var nearest = known.Select(candidate => (candidate, distance: Distance(name.ToLowerInvariant(), candidate))).MinBy(static pair => pair.distance);
        return nearest.candidate is not null && nearest.distance <= Math.Max(1, name.Length / 3) ? nearest.candidate : null;
    }

    /// <summary>How many letters must be put in, taken out, replaced, or swapped with the next.</summary>
    private static int Distance(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var row = 0; row <= left.Length; row++)
        {
            for (var column = 0; column <= right.Length; column++)
            {
                table[row, column] = row == 0 || column == 0 ? row + column : Step(table, left, right, row, column);
            }
        }

        return table[left.Length, right.Length];
    }

    private static int Step(int[,] table, string left, string right, int row, int column)
    {
        var isSame = left[row - 1] == right[column - 1];
        var best = Math.Min(Math.Min(table[row - 1, column], table[row, column - 1]) + 1, table[row - 1, column - 1] + (isSame ? 0 : 1));
        var isSwapped = row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1];
        return isSwapped ? Math.Min(best, table[row - 2, column - 2] + 1) : best;
    }
}
