namespace Itdr;

/// <summary>The free texts that a <see cref="TextSlot"/> writes, as a pattern.</summary>
internal sealed class TextAutomaton
{
    private readonly IReadOnlyList<string> terminators;
    private readonly TerminatorTrie trie;
    private readonly bool isTrimmed;
    private readonly bool tracksSpace;
    private readonly bool needsText;
    private readonly List<(CodePoints Set, char? Character, bool IsSpace)> kinds = [];

    private TextAutomaton(IReadOnlyList<string> terminators, bool needsText, bool isTrimmed)
    {
        this.terminators = terminators;
        this.needsText = needsText;
        this.isTrimmed = isTrimmed;
        tracksSpace = isTrimmed && EndsTrimmed(terminators);
        trie = new TerminatorTrie(terminators);
        var characters = terminators.SelectMany(static terminator => terminator).Distinct().Order().ToArray();
        foreach (var character in characters)
        {
            kinds.Add((CodePoints.Between(character, character), character, char.IsWhiteSpace(character)));
        }

        var others = CodePoints.Of(characters.Select(static character => (int)character)).Complement();
        if (isTrimmed)
        {
            kinds.Add((CodePoints.WhiteSpace.Intersect(others), null, true));
            others = others.Except(CodePoints.WhiteSpace);
        }

        kinds.Add((others, null, false));
    }

    /// <summary>What is known of the text before a state, where that decides what may follow.</summary>
    private enum Before
    {
        Nothing,
        Text,
        Space,
    }

    /// <summary>
    /// Whether a terminator holds a character beyond the first plane. No class of a regular expression excludes it
    /// alike in every dialect, so the pattern lets such a terminator pass.
    /// </summary>
    public static bool IsBeyondClasses(string terminator) => terminator.Any(char.IsSurrogate);

    /// <summary>
    /// Whether the pattern of a text keeps white space from its end as well as from its start. Where terminators are
    /// watched for, that would make the pattern many times as large, so white space passes there.
    /// </summary>
    public static bool EndsTrimmed(IReadOnlyList<string> terminators) => terminators.Count == 0;

    /// <summary>The texts that hold no terminator and that the slot writes.</summary>
    /// <param name="end">What ends the text.</param>
    /// <param name="needsText">Whether the text may not be empty.</param>
    /// <param name="isTrimmed">Whether white space may not stand around the text.</param>
    public static Pattern Pattern(TextEnd end, bool needsText, bool isTrimmed) =>
        new TextAutomaton([.. end.Literals.Where(static literal => !IsBeyondClasses(literal))], needsText, isTrimmed).ToPattern();

    private Pattern ToPattern()
    {
        var graph = new PatternGraph<(int State, Before Before)>();
        var start = (0, needsText || isTrimmed ? Before.Nothing : Before.Text);
        var seen = new HashSet<(int State, Before Before)> { start };
        var waiting = new Queue<(int State, Before Before)>(seen);
        while (waiting.TryDequeue(out var from))
        {
            if (MayEnd(from))
            {
                graph.MarkEnd(from);
            }

            foreach (var (set, to) in Steps(from))
            {
                graph.Connect(from, to, Itdr.Pattern.Of(set));
                if (seen.Add(to))
                {
                    waiting.Enqueue(to);
                }
            }
        }

        // The deepest states lead back to the shallow ones only, so taking them out first keeps the pattern small.
        return graph.Reduce(start, seen.OrderByDescending(state => trie.Depth(state.State)).ThenByDescending(state => state.Before));
    }

    private IEnumerable<(CodePoints Set, (int State, Before Before) To)> Steps((int State, Before Before) from)
    {
        foreach (var (set, character, isSpace) in kinds)
        {
            var next = trie.Next(from.State, character);
            var isOuterSpace = isTrimmed && isSpace && from.Before == Before.Nothing;
            if (!set.Ranges.IsEmpty && trie.LongestEnd(next) == 0 && !isOuterSpace)
            {
                yield return (set, (next, tracksSpace && isSpace ? Before.Space : Before.Text));
            }
        }
    }

    private bool MayEnd((int State, Before Before) from) =>
        from.Before switch
        {
            Before.Nothing => !needsText,
            Before.Space => false,
            _ => true,
        }
        && terminators.All(terminator => EndsBefore(terminator, from.State));

    /// <summary>Whether no terminator that begins inside the text is completed by the terminator that follows it.</summary>
    private bool EndsBefore(string terminator, int state)
    {
        for (var read = 1; read <= terminator.Length; read++)
        {
            state = trie.Next(state, terminator[read - 1]);
            if (trie.LongestEnd(state) > read)
            {
                return false;
            }
        }

        return true;
    }
}
