namespace Itdr.Evaluation;

/// <summary>Turns a ranked list into the gains that ranking metrics take.</summary>
public static class RankedGains
{
    /// <summary>The index that stands for an item which is no candidate.</summary>
    public const int OffList = -1;

    /// <summary>
    /// Writes the gain of each place. An item that is no candidate, or that stood in the list before, keeps its place
    /// and gains 0, so a repeated item can never count twice.
    /// </summary>
    /// <param name="ranking">The candidates' indices, best first; <see cref="OffList"/> for an item that is no candidate.</param>
    /// <param name="relevance">The relevance of the candidates.</param>
    /// <param name="gains">Where the gains go; as long as the ranking.</param>
    /// <exception cref="ArgumentException">There is not as much room as there are places, or an index is beyond the candidates.</exception>
    public static void Write(ReadOnlySpan<int> ranking, ReadOnlySpan<double> relevance, Span<double> gains)
    {
        if (gains.Length != ranking.Length)
        {
            throw new ArgumentException($"There are {ranking.Length} places and room for {gains.Length} gains.", nameof(gains));
        }

        for (var place = 0; place < ranking.Length; place++)
        {
            var item = ranking[place];
            if (item < OffList || item >= relevance.Length)
            {
                throw new ArgumentException($"Place {place + 1} names candidate {item}, but there are {relevance.Length}.", nameof(ranking));
            }

            gains[place] = item == OffList || ranking[..place].Contains(item) ? 0 : relevance[item];
        }
    }

    /// <summary>
    /// Orders scored candidates: the highest score first, equal scores by the candidates' own order, NaN last. The
    /// tie rule is the order in which the candidates were shown, so it must not tell anything about relevance.
    /// </summary>
    /// <param name="scores">The candidates' scores.</param>
    /// <returns>The candidates' indices, best first.</returns>
    public static int[] Order(ReadOnlySpan<double> scores)
    {
        var keys = scores.ToArray();
        var order = new int[scores.Length];
        for (var index = 0; index < order.Length; index++)
        {
            order[index] = index;
        }

        // CompareTo puts NaN before every number, so it comes last when the comparison is turned round.
        Array.Sort(order, (left, right) => keys[right].CompareTo(keys[left]) is not 0 and var byScore ? byScore : left.CompareTo(right));
        return order;
    }
}
