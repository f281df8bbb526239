using System.Collections.Immutable;

namespace Itdr;

/// <summary>
/// Reads an answer's text from front to back. After the first failure every further call does nothing, so that
/// generated code asks once, at the end. A strict reader reads labels alone; a tolerant one overlooks what models
/// write around and inside an answer, and records each repair.
/// </summary>
public ref partial struct AnswerReader
{
    private const int LongestExcerpt = 40;

    private ReadOnlySpan<char> text;
    private readonly RepairLog? log;
    private Span<char> freeText;
    private Span<int> freeBounds;
    private UnifiedLineEnds lineEnds;
    private int end;
    private bool fenceRead;
    private bool anyRead;

    /// <summary>Starts a strict reading at the front of a text.</summary>
    /// <param name="text">The text.</param>
    public AnswerReader(ReadOnlySpan<char> text)
        : this(text, log: null)
    {
    }

    /// <summary>Starts a strict reading that keeps the texts of candidates in memory of the caller's, as far as it reaches.</summary>
    internal AnswerReader(ReadOnlySpan<char> text, Span<char> freeText, Span<int> freeBounds)
        : this(text, log: null)
    {
        this.freeText = freeText;
        this.freeBounds = freeBounds;
    }

    private AnswerReader(ReadOnlySpan<char> text, RepairLog? log)
    {
        this.text = text;
        this.log = log;
        end = text.Length;
    }

    /// <summary>How far the text was read, in UTF-16 code units; a tolerant reader counts every line end of the answer as one.</summary>
    public int Position { get; private set; }

    /// <summary>Why reading stopped, or null while it goes on.</summary>
    public ParseFailure? Failure { get; private set; }

    /// <summary>What was overlooked so far, in the order of the text; empty for a strict reading.</summary>
    public readonly ImmutableArray<Repair> Repairs => log is null ? [] : lineEnds.InSource(log.InOrder());

    /// <summary>What was not read yet.</summary>
    public readonly ReadOnlySpan<char> Rest => text[Position..end];

    /// <summary>Reads a literal of the template.</summary>
    /// <param name="literal">The literal.</param>
    public void Literal(string literal)
    {
        if (Failure is null && !TryLiteral(literal))
        {
            Fail(null, Quote(literal));
        }
    }

    /// <summary>Reads a literal if it stands here: the start of a section.</summary>
    /// <param name="literal">The literal.</param>
    /// <returns>Whether it stood here and was read; false after a failure.</returns>
    public bool TryLiteral(string literal)
    {
        if (Failure is not null)
        {
            return false;
        }

        if (log is not null)
        {
            return TryLiteralTolerantly(literal);
        }

        if (!Rest.StartsWith(literal))
        {
            return false;
        }

        Position += literal.Length;
        return true;
    }

    /// <summary>Reads a line break, unless nothing stands before it: what joins the lines of a template.</summary>
    public void LineBreak()
    {
        if (log is null ? Position > 0 : anyRead)
        {
            Literal("\n");
        }
    }

    /// <summary>Reads the start of a line if it stands here, with the line break before it unless it is the first line: the start of a section that fills its lines.</summary>
    /// <param name="literal">What the line starts with.</param>
    /// <returns>Whether the line stood here and its start was read; false after a failure.</returns>
    public bool TryLine(string literal)
    {
        if (Failure is not null)
        {
            return false;
        }

        if (log is not null)
        {
            return TryLineTolerantly(literal);
        }

        var start = Position == 0 ? 0 : 1;
        if ((start == 1 && !Rest.StartsWith('\n')) || !Rest[start..].StartsWith(literal))
        {
            return false;
        }

        Position += start + literal.Length;
        return true;
    }

    /// <summary>Writes the texts of some candidates, to be found in what is read.</summary>
    /// <typeparam name="T">The type of the candidates.</typeparam>
    /// <param name="candidates">The candidates.</param>
    /// <param name="write">Writes one of them in the format of the slot.</param>
    public CandidateTexts Candidates<T>(IReadOnlyList<T> candidates, FragmentWriter<T> write)
    {
        // The lent memory holds one list; a template that reads two takes pooled memory for the others.
        var texts = CandidateTexts.Render(candidates, write, new PromptWriter(freeText), freeBounds);
        freeText = default;
        freeBounds = default;
        return texts;
    }

    /// <summary>Writes the texts of candidates that are strings, to be found in what is read.</summary>
    /// <param name="candidates">The candidates.</param>
    public CandidateTexts Candidates(IReadOnlyList<string> candidates) => Candidates(candidates, CandidateTexts.WriteString);

    /// <summary>Requires that nothing is left to read, and that something was read.</summary>
    public void End()
    {
        if (Failure is not null)
        {
            return;
        }

        if (log is not null)
        {
            EndTolerantly();
        }
        else if (Position < end || end == 0)
        {
            Fail(null, Position < end ? "the end of the answer" : "an answer");
        }
    }

    /// <summary>Takes a number of code units as read.</summary>
    internal void Advance(int count) => Position += count;

    /// <summary>Stops reading, unless it has stopped before.</summary>
    internal void Fail(string? slot, string expected) =>
        FailAt(slot, expected, Position);

    /// <summary>Stops reading at a place, unless it has stopped before.</summary>
    internal void FailAt(string? slot, string expected, int position) =>
        Failure ??= new ParseFailure(slot, lineEnds.InSource(position), expected, Excerpt(text[Math.Min(position, end)..end]));

    private static string Excerpt(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return "the end of the text";
        }

        var line = text.IndexOf('\n') is > 0 and var length ? text[..length] : text;
        return line.Length <= LongestExcerpt ? Quote(line.ToString()) : Quote($"{line[..LongestExcerpt]}…");
    }

    private static string Quote(string text) => $"\"{text.ReplaceLineEndings("\\n")}\"";
}
