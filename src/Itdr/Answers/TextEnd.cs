namespace Itdr;

/// <summary>What may follow a slot in an answer's text: one of some literals, the end of the text, or either.</summary>
public sealed class TextEnd
{
    private readonly string[] literals;
    private readonly string[] blurs;

    private TextEnd(bool atEnd, string[] literals)
    {
        AtEnd = atEnd;
        this.literals = literals;
        blurs = [.. literals.SelectMany(Beginnings).Distinct()];
    }

    /// <summary>Nothing follows: the slot ends with the text.</summary>
    public static TextEnd OfAnswer { get; } = new(atEnd: true, []);

    /// <summary>Whether the slot may be the last thing in the text.</summary>
    public bool AtEnd { get; }

    /// <summary>The literals of which one may follow.</summary>
    public IReadOnlyList<string> Literals => literals;

    /// <summary>One of some literals follows.</summary>
    /// <param name="literals">The literals, none of them empty.</param>
    public static TextEnd Before(params string[] literals) => new(atEnd: false, literals);

    /// <summary>One of some literals follows, or nothing.</summary>
    /// <param name="literals">The literals, none of them empty.</param>
    public static TextEnd BeforeOrAtEnd(params string[] literals) => new(atEnd: true, literals);

    /// <summary>The same, or a line break of any kind: what ends a text that stays on its line.</summary>
    internal TextEnd OrLine => new(AtEnd, [.. literals.Union(["\n", "\r"])]);

    /// <summary>Whether a rest of a text may follow the slot.</summary>
    internal bool Matches(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
        {
            return AtEnd;
        }

        foreach (var literal in literals)
        {
            if (rest.StartsWith(literal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a text ends like a literal begins, so that its end would be found too early if another literal followed:
    /// <c>a |</c> before <c> | b</c>. Such a text has no label, whatever follows it.
    /// </summary>
    internal bool IsBlurredBy(ReadOnlySpan<char> text)
    {
        foreach (var beginning in blurs)
        {
            if (text.EndsWith(beginning))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The length of the text before the first place where the slot may end, or -1 if there is none.</summary>
    internal int Find(ReadOnlySpan<char> text)
    {
        var first = AtEnd ? text.Length : -1;
        foreach (var literal in literals)
        {
            var searched = first < 0 ? text : text[..Math.Min(text.Length, first + literal.Length)];
            var index = searched.IndexOf(literal);
            if (index >= 0 && (first < 0 || index < first))
            {
                first = index;
            }
        }

        return first;
    }

    /// <summary>The beginnings of a literal whose rest one of the literals begins with.</summary>
    private IEnumerable<string> Beginnings(string literal) =>
        from length in Enumerable.Range(1, Math.Max(0, literal.Length - 1))
        where literals.Any(other => other.AsSpan().StartsWith(literal.AsSpan(length)))
        select literal[..length];
}
