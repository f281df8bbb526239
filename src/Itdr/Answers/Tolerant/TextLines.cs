namespace Itdr;

/// <summary>Goes through a stretch of text line by line, whatever its line ends are: a fence is looked for before they are unified.</summary>
internal ref struct TextLines
{
    private readonly ReadOnlySpan<char> text;
    private readonly int offset;
    private int next;

    /// <summary>Starts at the front of a stretch.</summary>
    /// <param name="text">The stretch.</param>
    /// <param name="offset">Where the stretch starts in the whole text.</param>
    public TextLines(ReadOnlySpan<char> text, int offset)
    {
        this.text = text;
        this.offset = offset;
        Current = default;
    }

    /// <summary>The line, without its line end.</summary>
    public ReadOnlySpan<char> Current { get; private set; }

    /// <summary>Where the line starts in the whole text.</summary>
    public int Position { get; private set; }

    /// <summary>Goes to the next line.</summary>
    public bool MoveNext()
    {
        if (next > text.Length)
        {
            return false;
        }

        var rest = text[next..];
        var length = rest.IndexOfAny('\r', '\n');
        Position = offset + next;
        if (length < 0)
        {
            Current = rest;
            next = text.Length + 1;
            return true;
        }

        Current = rest[..length];
        next += rest[length..].StartsWith("\r\n") ? length + 2 : length + 1;
        return true;
    }
}
