namespace Itdr.Generators.Parsing;

/// <summary>
/// Splits a template into parts that a line break joins: a section that fills whole lines owns them, so that they go
/// away, with one line break, when it is not written.
/// </summary>
internal static class TemplateLines
{
    /// <summary>Splits a template, or the body of a section.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="ownsLines">Whether the first part begins a line and the last one ends one.</param>
    public static List<TemplateChunk> Split(List<TemplatePart> parts, bool ownsLines)
    {
        var chunks = new List<TemplateChunk>();
        var plain = new List<TemplatePart>();
        var afterSection = false;
        for (var index = 0; index < parts.Count; index++)
        {
            if (IsLineSection(parts, index, ownsLines, out var section))
            {
                if (index > 0 && EndLine(plain, afterSection))
                {
                    chunks.Add(new TemplateChunk(plain, null));
                    plain = [];
                }

                chunks.Add(new TemplateChunk(TrimmedBody(section!), section));
                afterSection = true;
                continue;
            }

            plain.Add(afterSection && plain.Count == 0 ? WithoutFirstBreak(parts[index]) : parts[index]);
        }

        if (plain.Count > 0 || !afterSection)
        {
            chunks.Add(new TemplateChunk(WithoutEmpty(plain), null));
        }

        return chunks;
    }

    private static bool IsLineSection(List<TemplatePart> parts, int index, bool ownsLines, out SectionPart? section)
    {
        section = parts[index] as SectionPart;
        var beginsLine = index == 0 ? ownsLines : parts[index - 1] is LiteralPart before && before.Text.EndsWith("\n", StringComparison.Ordinal);
        var endsLine = index == parts.Count - 1 ? ownsLines : parts[index + 1] is LiteralPart after && after.Text.StartsWith("\n", StringComparison.Ordinal);
        return section is not null && beginsLine && endsLine;
    }

    /// <summary>Takes the line break off the end of the plain text before a section; false if that was all there was between two sections.</summary>
    private static bool EndLine(List<TemplatePart> plain, bool afterSection)
    {
        var last = ((LiteralPart)plain[plain.Count - 1]).Text;
        if (afterSection && plain.Count == 1 && last.Length == 0)
        {
            plain.Clear();
            return false;
        }

        plain[plain.Count - 1] = new LiteralPart(last.Substring(0, last.Length - 1));
        plain.RemoveAll(IsEmpty);
        return true;
    }

    /// <summary>The body of a section that fills its lines; a tag that stands alone on its line takes the line break with it.</summary>
    private static List<TemplatePart> TrimmedBody(SectionPart section)
    {
        var body = new List<TemplatePart>(section.Body);
        if (body.Count > 0)
        {
            body[0] = WithoutFirstBreak(body[0]);
        }

        if (body.Count > 0 && body[body.Count - 1] is LiteralPart last && last.Text.EndsWith("\n", StringComparison.Ordinal))
        {
            body[body.Count - 1] = new LiteralPart(last.Text.Substring(0, last.Text.Length - 1));
        }

        return WithoutEmpty(body);
    }

    private static TemplatePart WithoutFirstBreak(TemplatePart part) =>
        part is LiteralPart literal && literal.Text.StartsWith("\n", StringComparison.Ordinal) ? new LiteralPart(literal.Text.Substring(1)) : part;

    private static List<TemplatePart> WithoutEmpty(List<TemplatePart> parts)
    {
        parts.RemoveAll(IsEmpty);
        return parts;
    }

    private static bool IsEmpty(TemplatePart part) => part is LiteralPart { Text.Length: 0 };
}

/// <summary>A part of a template between two line breaks that join: plain text, or a section that fills its lines.</summary>
/// <param name="Parts">The text, or the section's body.</param>
/// <param name="Section">The section, or null.</param>
internal sealed record TemplateChunk(List<TemplatePart> Parts, SectionPart? Section);
