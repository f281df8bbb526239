using System.Collections.Immutable;

namespace Itdr;

/// <summary>Lines of which some may be missing, each with the line break that joins it to the line before.</summary>
public sealed class LinesConstraint : OutputConstraint
{
    private const string LineBreak = "\n";

    private readonly ImmutableArray<OutputConstraint> lines;

    internal LinesConstraint(ImmutableArray<OutputConstraint> lines) => this.lines = lines;

    /// <summary>The lines without their line breaks, sections among them as <see cref="OptionalConstraint"/>.</summary>
    public override IReadOnlyList<OutputConstraint> Parts => lines;

    /// <inheritdoc/>
    public override bool IsExact => lines.All(line => line.IsExact);

    // Whether a line has a line break before it depends on whether any line stands before it. So the text is the first
    // line that is there, followed by the rest of its lines, each with its line break. The rests share their names in
    // a grammar; in a regular expression each is written out where it is used.
    private protected override Pattern ToPattern()
    {
        var fromHere = Pattern.Empty;
        var rest = Pattern.Empty;
        for (var index = lines.Length - 1; index >= 0; index--)
        {
            var section = lines[index] as OptionalConstraint;
            if (section is { IsNever: true })
            {
                continue;
            }

            var line = section?.Content.Pattern ?? lines[index].Pattern;
            var first = Pattern.Sequence([line, rest]);
            fromHere = section is null ? first : Pattern.Choice([first, fromHere]);
            var joined = Pattern.Sequence([Pattern.Of(LineBreak), line]);
            rest = Pattern.Sequence([section is null ? joined : Pattern.Optional(joined), rest]).Named("rest");
        }

        return fromHere;
    }
}
