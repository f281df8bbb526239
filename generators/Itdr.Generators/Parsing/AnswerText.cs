using Itdr.Generators.Diagnostics;
using Itdr.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>Binds an answer's template to its slots, and refuses one that could not be read back.</summary>
internal sealed class AnswerText
{
    private readonly ParseScope scope;
    private readonly INamedTypeSymbol type;
    private readonly AttributeData attribute;

    private AnswerText(ParseScope scope, INamedTypeSymbol type, AttributeData attribute)
    {
        this.scope = scope;
        this.type = type;
        this.attribute = attribute;
    }

    /// <summary>The slots, in the order of the template.</summary>
    public List<(Member Member, HolePart Hole)> Slots { get; } = [];

    /// <summary>The parts of the text that a line break joins.</summary>
    public List<AnswerChunk> Chunks { get; } = [];

    /// <summary>Binds a template.</summary>
    public static AnswerText Bind(ParseScope scope, INamedTypeSymbol type, AttributeData attribute, List<TemplatePart> parts)
    {
        var text = new AnswerText(scope, type, attribute);
        foreach (var chunk in TemplateLines.Split(parts, ownsLines: true))
        {
            text.Add(chunk);
        }

        return text;
    }

    private void Add(TemplateChunk chunk)
    {
        if (chunk.Section is null)
        {
            Chunks.Add(new AnswerChunk(chunk.Parts.Select(Node).Where(node => node is not null).Select(node => node!).ToEquatableArray(), -1));
        }
        else if (SectionNodes(chunk.Section, chunk.Parts) is { } section)
        {
            Chunks.Add(new AnswerChunk(section.Nodes, section.Slot));
        }
    }

    private AnswerNode? Node(TemplatePart part)
    {
        switch (part)
        {
            case LiteralPart literal:
                return new AnswerLiteral(literal.Text);
            case SectionPart section:
                return SectionNodes(section, section.Body);
            default:
                var hole = (HolePart)part;
                if (Find(hole.Name) is not { } member)
                {
                    return null;
                }

                if (member.IsNullable)
                {
                    Report(Descriptors.OptionalSlot, hole.Name, $"'{member.Name}' may be null, so it must stand in a section: '{{?{member.Name}}}…{{{member.Name}}}…{{/{member.Name}}}'");
                }

                return new AnswerHole(AddSlot(member, hole));
        }
    }

    private AnswerSection? SectionNodes(SectionPart section, List<TemplatePart> body)
    {
        if (Find(section.Name) is not { } member)
        {
            return null;
        }

        if (!member.IsNullable)
        {
            Report(Descriptors.OptionalSlot, section.Name, $"'{member.Name}' is never null, so no section may stand over it; make the property nullable, or remove the section");
            return null;
        }

        if (Flaw(member, section, body) is { } flaw)
        {
            Report(flaw.Descriptor, flaw.Place, flaw.Message);
            return null;
        }

        // Holes beyond the first are reported as repeated when they are added.
        var slot = -1;
        var nodes = new List<AnswerNode>();
        foreach (var part in body)
        {
            nodes.Add(part is LiteralPart literal ? new AnswerLiteral(literal.Text) : new AnswerHole(slot = AddSlot(member, (HolePart)part)));
        }

        return new AnswerSection(slot, nodes.ToEquatableArray());
    }

    /// <summary>Why the body of a section over an optional slot could not be read back, or null if it can.</summary>
    private static (DiagnosticDescriptor Descriptor, NamePath Place, string Message)? Flaw(Member member, SectionPart section, List<TemplatePart> body)
    {
        if (body.OfType<SectionPart>().FirstOrDefault() is { } nested)
        {
            return (Descriptors.AmbiguousAnswer, nested.Name, $"A section of an answer holds no other section: '{nested.Name.Text}' could not be written without '{member.Name}'");
        }

        var holes = body.OfType<HolePart>().ToList();
        if (holes.FirstOrDefault(hole => hole.Name.Text != member.Name) is { } foreign)
        {
            return (Descriptors.OptionalSlot, foreign.Name, $"The section over '{member.Name}' holds '{foreign.Name.Text}', which could not be written without it; a section of an answer holds its own slot only");
        }

        if (holes.Count == 0)
        {
            return (Descriptors.OptionalSlot, section.Name, $"The section over '{member.Name}' does not hold '{{{member.Name}}}', so its value could not be read back");
        }

        return body[0] is LiteralPart
            ? null
            : (Descriptors.AmbiguousAnswer, section.Name, $"The section over '{member.Name}' must start with text of its own, or a reader cannot see whether it is there");
    }

    private int AddSlot(Member member, HolePart hole)
    {
        if (Slots.Any(slot => slot.Member == member))
        {
            Report(Descriptors.AmbiguousAnswer, hole.Name, $"'{member.Name}' stands twice in the answer's template; a slot stands there once");
        }

        Slots.Add((member, hole));
        return Slots.Count - 1;
    }

    private Member? Find(NamePath name)
    {
        var members = scope.Members(type);
        var first = name.Segments[0];
        var member = members.FirstOrDefault(candidate => candidate.Name == first.Text);
        if (member is null)
        {
            var meant = Suggestion.Nearest(first.Text, members.Select(candidate => candidate.Name));
            scope.Problems.AddMisnamed(
                Descriptors.UnknownPlaceholder, new TemplatePlace(attribute, first.Start, first.Text.Length), meant, type.Shown(), first.Text, Suggestion.Ask(meant));
        }
        else if (name.Segments.Count > 1)
        {
            Report(Descriptors.NotRenderable, name, $"A slot of an answer is a property of the answer itself; '{name.Text}' names a part of one");
            member = null;
        }

        return member;
    }

    private void Report(DiagnosticDescriptor descriptor, NamePath name, string message) =>
        scope.Problems.Add(descriptor, new TemplatePlace(attribute, name.Start, name.Length), message);
}
