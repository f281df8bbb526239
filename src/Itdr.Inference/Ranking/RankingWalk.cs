namespace Itdr.Inference;

/// <summary>Lets a model rank candidates as the text of a list, place by place, each candidate at most once.</summary>
internal static class RankingWalk
{
    /// <summary>Ranks candidates after what the trunk holds and appends their text to it, the terminator of the last place too.</summary>
    /// <param name="walk">Makes the choices.</param>
    /// <param name="lane">Where it decodes.</param>
    /// <param name="texts">The candidates; texts that are equal take their places in the order given.</param>
    /// <param name="entries">The text between them.</param>
    /// <param name="places">How many to rank.</param>
    /// <param name="decided">Is told each place, from 0, and the number of the candidate that takes it, as soon as it is chosen; null for nobody.</param>
    /// <returns>The candidates' numbers, best first, and the place in the trunk where the last candidate begins.</returns>
    /// <exception cref="TokenEngineException">The answer does not fit, or cannot be written in this vocabulary.</exception>
    public static async ValueTask<(int[] Order, int LastStart)> RankAsync(
        TrieWalk walk, Lane lane, IReadOnlyList<string> texts, EntryText entries, int places, Action<int, int>? decided = null)
    {
        var tokens = new TextTokens(lane.Engine);
        var headers = new int[places][];
        for (var place = 0; place < places; place++)
        {
            headers[place] = tokens.Exact(entries.Header(place));
        }

        var order = new int[places];
        var taken = new bool[texts.Count];
        var lastStart = lane.Trunk.Count;
        TokenTrie? trie = null;
        for (var place = 0; place < places; place++)
        {
            if (trie is null || entries.Lead(place) != entries.Lead(place - 1))
            {
                var paths = CandidateTrie.Paths(tokens, texts, entries.Lead(place), entries.Terminator);
                trie = CandidateTrie.Build(texts, paths, taken);
                RequireRoom(lane, headers.AsSpan(place), paths, taken);
            }

            lane.Trunk.Append(headers[place]);
            lastStart = lane.Trunk.Count;
            order[place] = await walk.ChooseAsync(trie).ConfigureAwait(false);
            taken[order[place]] = true;
            decided?.Invoke(place, order[place]);
        }

        return (order, lastStart);
    }

    /// <summary>Requires room for the places that are left, taken by the longest of the candidates that are left.</summary>
    private static void RequireRoom(Lane lane, ReadOnlySpan<int[]> headers, int[][] paths, bool[] taken)
    {
        var output = paths.Where((_, index) => !taken[index]).Select(static path => path.Length).OrderDescending().Take(headers.Length).Sum();
        foreach (var header in headers)
        {
            output += header.Length;
        }

        LaneDecoding.RequireRoom(lane, output);
    }
}
