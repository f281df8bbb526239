namespace Itdr.Inference;

/// <summary>How a part of an answer may begin: with a literal, with text that is not known, or not at all because the answer ends.</summary>
/// <param name="Text">The literal; empty if it is not known.</param>
/// <param name="IsEnd">Whether the answer ends here.</param>
internal readonly record struct Opening(string Text, bool IsEnd = false)
{
    /// <summary>The answer ends.</summary>
    public static Opening End { get; } = new("", IsEnd: true);

    /// <summary>Nothing is known.</summary>
    public static Opening Unknown { get; } = new("");

    /// <summary>Whether nothing is known of how the part begins.</summary>
    public bool IsUnknown => Text.Length == 0 && !IsEnd;

    /// <summary>The same without spaces at its end, which are tokenized with what follows them; spaces alone stay.</summary>
    public Opening WithoutLastSpaces() => Text.TrimEnd(' ') is { Length: > 0 } trimmed ? this with { Text = trimmed } : this;

    /// <summary>The same after a text.</summary>
    public Opening After(string text) => this with { Text = text + Text };

    /// <summary>How a part begins if it is there.</summary>
    public static Opening Of(OutputConstraint part) => new(Leading(part).Text);

    /// <summary>How what stands from one part on may begin, given how what comes after all parts may.</summary>
    public static List<Opening> From(IReadOnlyList<OutputConstraint> parts, int first, IReadOnlyList<Opening> follow)
    {
        var openings = new List<Opening>();
        for (var index = first; index < parts.Count; index++)
        {
            if (AddOf(parts[index], openings))
            {
                return openings;
            }
        }

        openings.AddRange(follow);
        return openings;
    }

    /// <summary>How what stands from one line on may begin, with what joins it to the line before.</summary>
    public static List<Opening> FromLines(LinesConstraint lines, int first, string joint, List<Opening> follow)
    {
        var openings = From(lines.Parts, first, []).ConvertAll(opening => opening with { Text = joint + opening.Text });
        if (lines.Parts.Skip(first).All(static line => line is OptionalConstraint))
        {
            openings.AddRange(follow);
        }

        return openings;
    }

    /// <summary>Adds how a part may begin, and returns whether it must be there.</summary>
    private static bool AddOf(OutputConstraint part, List<Opening> openings)
    {
        switch (part)
        {
            case LiteralConstraint { Text.Length: 0 }:
            case RankingConstraint { Places: 0 }:
            case OptionalConstraint { IsNever: true }:
                return false;
            case OptionalConstraint section:
                AddOf(section.Content, openings);
                return false;
            case ListConstraint { Slot.IsOptional: false } list:
                openings.Add(new Opening(list.Layout.Mark(0)));
                return false;
            case LinesConstraint lines:
                return lines.Parts.Any(line => AddOf(line, openings));
            default:
                openings.Add(Of(part));
                return true;
        }
    }

    /// <summary>The literals at the front of a part, and whether they are all of it.</summary>
    private static (string Text, bool IsWhole) Leading(OutputConstraint part)
    {
        switch (part)
        {
            case LiteralConstraint literal:
                return (literal.Text, true);
            case RankingConstraint { Places: > 0 } ranking:
                return (ranking.Layout.Mark(0), false);
            case ListConstraint { Slot.IsOptional: true } list:
                return (list.Layout.Mark(0), false);
            case SequenceConstraint sequence:
                var text = "";
                foreach (var inner in sequence.Parts)
                {
                    var (more, isWhole) = Leading(inner);
                    text += more;
                    if (!isWhole)
                    {
                        return (text, false);
                    }
                }

                return (text, true);
            default:
                return ("", false);
        }
    }
}
