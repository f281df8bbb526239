namespace Itdr;

/// <summary>
/// Follows a text character by character and knows, at each, which terminator it is in the middle of: the automaton of
/// Aho and Corasick (1975). State 0 is in the middle of none.
/// </summary>
internal sealed class TerminatorTrie
{
    private readonly List<Dictionary<char, int>> children = [[]];
    private readonly List<int> fallback = [0];
    private readonly List<int> depth = [0];
    private readonly List<int> longestEnd = [0];

    public TerminatorTrie(IReadOnlyList<string> terminators)
    {
        foreach (var terminator in terminators)
        {
            longestEnd[Add(terminator)] = terminator.Length;
        }

        FindFallbacks();
    }

    /// <summary>How many characters of a terminator stand before a state.</summary>
    public int Depth(int state) => depth[state];

    /// <summary>The length of the longest terminator that ends at a state; 0 if none does.</summary>
    public int LongestEnd(int state) => longestEnd[state];

    /// <summary>The state after one more character; null stands for one that is in no terminator.</summary>
    public int Next(int state, char? character)
    {
        if (character is not { } known)
        {
            return 0;
        }

        while (true)
        {
            if (children[state].TryGetValue(known, out var child))
            {
                return child;
            }

            if (state == 0)
            {
                return 0;
            }

            state = fallback[state];
        }
    }

    private int Add(string terminator)
    {
        var state = 0;
        foreach (var character in terminator)
        {
            if (!children[state].TryGetValue(character, out var child))
            {
                child = children.Count;
                children[state].Add(character, child);
                children.Add([]);
                fallback.Add(0);
                depth.Add(depth[state] + 1);
                longestEnd.Add(0);
            }

            state = child;
        }

        return state;
    }

    private void FindFallbacks()
    {
        var waiting = new Queue<int>(children[0].Values);
        while (waiting.TryDequeue(out var state))
        {
            longestEnd[state] = Math.Max(longestEnd[state], longestEnd[fallback[state]]);
            foreach (var (character, child) in children[state])
            {
                fallback[child] = Next(fallback[state], character);
                waiting.Enqueue(child);
            }
        }
    }
}
