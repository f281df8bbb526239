namespace Itdr;

/// <summary>An automaton whose edges are patterns, which is reduced to one pattern by taking out one state after the other.</summary>
/// <typeparam name="TState">The type of the states.</typeparam>
internal sealed class PatternGraph<TState>
    where TState : struct
{
    private readonly Dictionary<TState, Dictionary<TState, Pattern>> edges = [];
    private readonly Dictionary<TState, Pattern> ends = [];

    /// <summary>Adds an edge, beside what may be there already between the same states.</summary>
    public void Connect(TState from, TState to, Pattern pattern)
    {
        var leaving = Leaving(from);
        leaving[to] = leaving.TryGetValue(to, out var known) ? Pattern.Choice([known, pattern]) : pattern;
    }

    /// <summary>Lets the text end at a state.</summary>
    public void MarkEnd(TState state) => ends[state] = Pattern.Empty;

    /// <summary>The pattern of all texts from a state to an end.</summary>
    /// <param name="start">The state to start from.</param>
    /// <param name="order">All states, in the order in which they are taken out.</param>
    public Pattern Reduce(TState start, IEnumerable<TState> order)
    {
        foreach (var state in order.Where(state => !state.Equals(start)))
        {
            TakeOut(state);
        }

        var end = ends.GetValueOrDefault(start) ?? throw new InvalidOperationException("The automaton has no text at all.");
        return Leaving(start).TryGetValue(start, out var loop) ? Pattern.Sequence([Pattern.Star(loop), end]) : end;
    }

    private void TakeOut(TState state)
    {
        var leaving = Leaving(state);
        leaving.Remove(state, out var loop);
        edges.Remove(state);
        ends.Remove(state, out var end);
        foreach (var (from, others) in edges)
        {
            if (!others.Remove(state, out var entering))
            {
                continue;
            }

            foreach (var (to, pattern) in leaving)
            {
                others[to] = Around(others.GetValueOrDefault(to), entering, loop, pattern);
            }

            if (end is not null)
            {
                ends[from] = Around(ends.GetValueOrDefault(from), entering, loop, end);
            }
        }
    }

    /// <summary>The edge between two states, beside the way through a third one that is taken out.</summary>
    private static Pattern Around(Pattern? direct, Pattern entering, Pattern? loop, Pattern leaving)
    {
        if (direct is null)
        {
            return Pattern.Sequence(loop is null ? [entering, leaving] : [entering, Pattern.Star(loop), leaving]);
        }

        // x | y y* x is y* x.
        return loop is not null && IsSame(entering, loop) && IsSame(direct, leaving)
            ? Pattern.Sequence([Pattern.Star(loop), leaving])
            : Pattern.Choice([direct, Around(null, entering, loop, leaving)]);
    }

    private static bool IsSame(Pattern one, Pattern other) =>
        ReferenceEquals(one, other) || (one is PatternClass first && other is PatternClass second && first.Set.SetEquals(second.Set));

    private Dictionary<TState, Pattern> Leaving(TState state) =>
        edges.TryGetValue(state, out var leaving) ? leaving : edges[state] = [];
}
