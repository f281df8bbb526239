using System.Text.Json;

namespace Itdr;

/// <summary>
/// What an answer to one task may look like: a tree of literals, numbers, closed sets, rankings and free text. Every
/// label of the task is within it. A server that decodes under constraints takes it as a grammar, as a regular
/// expression or as a JSON schema; an engine in process walks the tree itself. Instances are immutable.
/// </summary>
/// <remarks>
/// The values of the task are data: whatever stands in a title is a literal in every form. Half of a surrogate pair
/// stands in the forms as U+FFFD, as it does in every UTF-8 text.
/// </remarks>
public abstract class OutputConstraint
{
    private protected OutputConstraint()
    {
    }

    /// <summary>
    /// Whether the text forms let nothing through but labels. A ranking may repeat an entry there, a number of many
    /// decimals may have another spelling or lie just outside its bounds, and a free text that need not be the last
    /// part may end with white space; the parser refuses them all.
    /// </summary>
    public abstract bool IsExact { get; }

    /// <summary>The parts of this one, in the order of the text; empty for a part that has none.</summary>
    public virtual IReadOnlyList<OutputConstraint> Parts => [];

    /// <summary>A text of the template.</summary>
    /// <param name="text">The text; it may be empty.</param>
    public static OutputConstraint Literal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new LiteralConstraint(text);
    }

    /// <summary>Parts that follow each other.</summary>
    /// <param name="parts">The parts, in the order of the text.</param>
    public static OutputConstraint Sequence(params ReadOnlySpan<OutputConstraint> parts) =>
        parts.Length == 1 ? parts[0] : new SequenceConstraint([.. parts]);

    /// <summary>A section: parts that are there together or not at all. If one of them can hold nothing, the section is never there.</summary>
    /// <param name="parts">The parts, in the order of the text.</param>
    public static OutputConstraint Optional(params ReadOnlySpan<OutputConstraint> parts)
    {
        foreach (var part in parts)
        {
            if (part is NothingConstraint)
            {
                return new OptionalConstraint(part);
            }
        }

        return new OptionalConstraint(Sequence(parts));
    }

    /// <summary>
    /// All lines of a template of which some are sections that fill their line. A line break stands between two lines
    /// that are there, and a section that is not there takes its line break with it.
    /// </summary>
    /// <param name="lines">The lines without their line breaks, sections among them as <see cref="Optional"/>.</param>
    public static OutputConstraint Lines(params ReadOnlySpan<OutputConstraint> lines) => new LinesConstraint([.. lines]);

    /// <summary>
    /// The constraint as a GBNF grammar whose start is <c>root</c>, as llama.cpp reads it: an answer is the whole text
    /// that the grammar derives.
    /// </summary>
    public string ToGbnf() => GbnfForm.Write(Pattern);

    /// <summary>
    /// The constraint as a regular expression that has to match an answer from its first to its last character; it
    /// holds no anchor itself. It keeps to what .NET, Python, Rust and the engines of inference servers agree on:
    /// classes, groups that capture nothing, alternatives and repetition, with no look-around and no back-reference.
    /// </summary>
    public string ToRegex() => RegexForm.Write(Pattern);

    /// <summary>
    /// The JSON schema of an answer in its JSON form: an object with one property for each slot, rankings as arrays of
    /// texts. A slot within a section may be missing or null. White space around a free text, which the label
    /// cannot hold, is not ruled out.
    /// </summary>
    public JsonElement ToJsonSchema() => JsonSchemaForm.Write(this);

    /// <summary>The texts that the constraint lets through; made once.</summary>
    internal Pattern Pattern => field ??= ToPattern();

    private protected abstract Pattern ToPattern();
}
