using Itdr.Generators.Diagnostics;
using Itdr.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>Refuses answers whose text could be read in two ways whatever the values are.</summary>
internal sealed class AnswerAmbiguity(ParseScope scope, AttributeData attribute, AnswerText text)
{
    /// <summary>Checks the whole text and gives what may follow each slot, by the slot's place.</summary>
    public EndModel[] Check()
    {
        var ends = new EndModel[text.Slots.Count];
        for (var chunk = 0; chunk < text.Chunks.Count; chunk++)
        {
            if (text.Chunks[chunk].Section is >= 0 and var slot)
            {
                CheckSection(slot, ((AnswerLiteral)text.Chunks[chunk].Nodes[0]).Text, AnswerFollow.LineStarts(text.Chunks, chunk + 1));
            }

            for (var node = 0; node < text.Chunks[chunk].Nodes.Count; node++)
            {
                CheckNode(chunk, node, ends);
            }
        }

        return ends;
    }

    private void CheckNode(int chunk, int node, EndModel[] ends)
    {
        switch (text.Chunks[chunk].Nodes[node])
        {
            case AnswerHole hole:
                ends[hole.Slot] = CheckSlot(hole.Slot, chunk, AnswerFollow.After(text.Chunks, chunk, node, -1));
                break;
            case AnswerSection section:
                CheckSection(section.Slot, ((AnswerLiteral)section.Nodes[0]).Text, AnswerFollow.After(text.Chunks, chunk, node, -1));
                for (var inner = 0; inner < section.Nodes.Count; inner++)
                {
                    if (section.Nodes[inner] is AnswerHole inside)
                    {
                        ends[inside.Slot] = CheckSlot(inside.Slot, chunk, AnswerFollow.After(text.Chunks, chunk, node, inner));
                    }
                }

                break;
        }
    }

    private EndModel CheckSlot(int slot, int chunk, Follow follow)
    {
        var (member, hole) = text.Slots[slot];
        if (follow.Slot is { } next)
        {
            Report(text.Slots[next].Hole.Name, $"'{text.Slots[next].Member.Name}' follows '{member.Name}' with no text that always stands between them, so a reader cannot see where one ends{AmbiguityExample.Of(Samples(slot), Samples(next))}");
            return follow.End;
        }

        if (member.Attributes.Find("RankedFromAttribute") is not null)
        {
            return ListAmbiguity.EndOf(text.Chunks, chunk, Layouts.Of(member.Attributes), follow.End);
        }

        if (ValueTypes.ListKindOf(member.Type, out var element) != ListKind.None)
        {
            return CheckList(member, hole, element!, ListAmbiguity.EndOf(text.Chunks, chunk, Layouts.Of(member.Attributes), follow.End));
        }

        CheckValue(member, hole, member.Type, follow.End);
        return follow.End;
    }

    private SlotSamples Samples(int slot) => SlotSamples.Of(text.Slots[slot].Member, text.Slots[slot].Hole, scope);

    private EndModel CheckList(Member member, HolePart hole, ITypeSymbol element, EndModel end)
    {
        var layout = Layouts.Of(member.Attributes);
        var separator = ListAmbiguity.SeparatorOf(layout);
        if (separator.Length == 0)
        {
            Report(hole.Name, $"The entries of '{member.Name}' stand next to each other without a separator, so a reader cannot see where one ends: \"ab\" reads as one entry and as two");
        }
        else if (ListAmbiguity.Collision(layout, end) is { } literal)
        {
            Report(
                hole.Name,
                $"The text '{Shown(literal)}' after '{member.Name}' could be read as the start of an entry: \"{Shown(ListAmbiguity.Example(layout, literal))}\" reads as a list that ends there and as one that goes on; put other text between them, or change the separator");
        }
        else
        {
            CheckValue(member, hole, element, end with { Literals = end.Literals.Concat([separator]).ToEquatableArray() });
        }

        return end;
    }

    /// <summary>Refuses a number, a date or a value of a closed set that could take in the start of what follows it.</summary>
    private void CheckValue(Member member, HolePart hole, ITypeSymbol type, EndModel end)
    {
        if (ValueTypes.IsNumber(type) && end.Literals.FirstOrDefault(literal => GoesOn(member, type, literal)) is { } held)
        {
            Report(
                hole.Name,
                $"The text '{Shown(held)}' after '{member.Name}' could be read as part of the number: \"1{Shown(held)}{(held[held.Length - 1] is '.' or 'e' or 'E' or '+' or '-' ? "5" : "")}\" reads as 1 with '{Shown(held)}' after it, and as another number; put other text between them");
        }
        else if (ClosedSetTable.IsClosed(type) && Collision(type, end) is var (shorter, longer, literal))
        {
            Report(
                hole.Name,
                $"The text \"{longer}{literal}\" reads in two ways, as '{longer}' and as '{shorter}' with '{literal}' after it; put other text after '{member.Name}', or change a wire name");
        }
        else if (DateFormats.ShapeOf(type) is { } shape && EndsOpen(shape, hole) && end.Literals.FirstOrDefault(digits => IsDigit(digits, 0)) is { } taken)
        {
            Report(
                hole.Name,
                $"The text '{Shown(taken)}' after '{member.Name}' could be read as part of the date, which ends with a number of one or two digits{AmbiguityExample.OfTaken(SlotSamples.Values(member, type, hole, scope), taken)}; put other text between them");
        }
    }

    private static bool EndsOpen(DateShape shape, HolePart hole) =>
        DateFormat.Parse(DateFormats.TextOf(shape, hole), shape, out _) is { EndsOpen: true };

    private static string Shown(string literal) => literal.Replace("\n", "\\n");

    /// <summary>Two texts of a closed set and a literal that may follow, such that the shorter text and the literal start like the longer text.</summary>
    private (string Shorter, string Longer, string Literal)? Collision(ITypeSymbol type, EndModel end)
    {
        var texts = scope.Sets.Texts(type, scope.Problems);
        foreach (var shorter in texts)
        {
            foreach (var longer in texts.Where(text => text.Length > shorter.Length && text.StartsWith(shorter, StringComparison.Ordinal)))
            {
                if (end.Literals.FirstOrDefault(literal => Overlap(longer.Substring(shorter.Length), literal)) is { } literal)
                {
                    return (shorter, longer, literal);
                }
            }
        }

        return null;
    }

    private void CheckSection(int slot, string start, Follow absent)
    {
        var name = text.Slots[slot].Member.Name;
        if (absent.Slot is { } next)
        {
            Report(
                text.Slots[next].Hole.Name,
                $"'{text.Slots[next].Member.Name}' follows the section over '{name}' with no text that always stands between them, so its value could be taken for the section's start: \"{Shown(start)}…\" reads as '{name}', and as a value of '{text.Slots[next].Member.Name}' alone");
        }
        else if (absent.End.Literals.FirstOrDefault(literal => Overlap(literal, start)) is { } same)
        {
            Report(text.Slots[slot].Hole.Name, $"The section over '{name}' starts like the text '{Shown(same)}' that follows where it is absent, so a reader cannot see whether it is there: \"{Shown(same.Length > start.Length ? same : start)}…\" reads with '{name}' and without it");
        }
    }

    private static bool Overlap(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);

    /// <summary>Whether a number's text could take in the start of what follows it.</summary>
    private bool GoesOn(Member member, ITypeSymbol type, string literal)
    {
        // A slot on a scale is read with a fraction, whatever its type.
        var fraction = ValueTypes.HasFraction(type) || member.Attributes.Find("OnScaleAttribute") is not null;
        return IsDigit(literal, 0)
            || (fraction && literal[0] == '.' && DigitMayFollow(literal, 1))
            || (fraction && literal[0] is 'e' or 'E' && DigitMayFollow(literal, literal.Length > 1 && literal[1] is '+' or '-' ? 2 : 1));
    }

    /// <summary>Whether a digit stands at a place of a literal, or could come after it: not if the literal ends its line.</summary>
    private bool DigitMayFollow(string literal, int index)
    {
        if (index < literal.Length)
        {
            return IsDigit(literal, index);
        }

        // The separator of a list, which stands before its next entry.
        if (!text.Chunks.SelectMany(chunk => AllNodes(chunk.Nodes)).Any(node => node is AnswerLiteral other && other.Text == literal))
        {
            return true;
        }

        var same = text.Chunks.SelectMany(chunk => AllNodes(chunk.Nodes)).Count(node => node is AnswerLiteral other && other.Text == literal);
        var last = text.Chunks.Count(chunk => chunk.Nodes.Count > 0 && chunk.Nodes[chunk.Nodes.Count - 1] is AnswerLiteral other && other.Text == literal);
        return same > last;
    }

    private static IEnumerable<AnswerNode> AllNodes(IEnumerable<AnswerNode> nodes) =>
        nodes.SelectMany(node => node is AnswerSection section ? section.Nodes : [node]);

    private static bool IsDigit(string text, int index) => text[index] is >= '0' and <= '9';

    private void Report(NamePath name, string message) =>
        scope.Problems.Add(Descriptors.AmbiguousAnswer, new TemplatePlace(attribute, name.Start, name.Length), message);
}
