using Itdr.Generators.Diagnostics;
using Itdr.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>Reads the answer of a subtask.</summary>
internal static class AnswerParser
{
    /// <summary>The answer, or null if it has an error.</summary>
    public static AnswerModel? Parse(INamedTypeSymbol type, AttributeData attribute, ParseScope scope, FragmentTable fragments)
    {
        if (!DeclarationRules.IsSupported(type, scope) || Template.Read(attribute, scope.Problems) is not { } template)
        {
            return null;
        }

        var errorsBefore = scope.Problems.ErrorCount;
        CheckProperties(type, scope);
        var text = AnswerText.Bind(scope, type, attribute, template.Parts);
        if (scope.Problems.ErrorCount == errorsBefore && text.Slots.Count == 0)
        {
            scope.Problems.Add(Descriptors.MalformedTemplate, Place.Of(attribute, 0), "An answer's template must hold a slot, or there is nothing to answer");
        }

        var construction = Construct(type, text, scope, isSound: scope.Problems.ErrorCount == errorsBefore);
        if (scope.Problems.ErrorCount > errorsBefore || construction is null)
        {
            return null;
        }

        var ends = new AnswerAmbiguity(scope, attribute, text).Check();
        var reader = new SlotReader(scope, fragments, attribute);
        var slots = text.Slots.Select((slot, index) => reader.Read(slot.Member, slot.Hole, ends[index])).ToList();
        if (scope.Problems.ErrorCount == errorsBefore)
        {
            NoteTextsThatHoldTheirEnd(slots, text, attribute, scope.Problems);
        }

        return slots.Any(slot => slot is null) ? null : new AnswerModel(
            DeclarationRules.Head(type),
            template.Text,
            text.Chunks.ToEquatableArray(),
            slots.Select(slot => slot!).ToEquatableArray(),
            (type.GetAttributes().Find("MetricsAttribute")?.Strings() ?? []).ToEquatableArray(),
            construction.Model,
            EqualityReader.Read(type));
    }

    private static void CheckProperties(INamedTypeSymbol type, ParseScope scope)
    {
        foreach (var member in scope.Members(type).Where(member => DeclarationRules.AnswerNames.Contains(member.Name)))
        {
            scope.Problems.Add(Descriptors.ReservedName, Place.Of(member.Property), member.Name, scope.Type.Name);
        }

        ListRules.Check(type, scope);
    }

    /// <summary>Says which free texts could hold what ends them: a label with such a text is refused when it is written.</summary>
    private static void NoteTextsThatHoldTheirEnd(List<SlotModel?> slots, AnswerText text, AttributeData attribute, Problems problems)
    {
        for (var index = 0; index < slots.Count; index++)
        {
            var (end, what) = slots[index] switch
            {
                { Kind: SlotKind.Text, End.Literals: { Count: > 0 } literals } => (literals[0], "is free text"),
                { Kind: SlotKind.List, Entry.Kind: SlotKind.Text, Layout: { } layout } => (ListAmbiguity.SeparatorOf(layout), "is a list of free texts"),
                _ => ("", ""),
            };
            if (what.Length > 0)
            {
                var (member, hole) = text.Slots[index];
                var shown = end.Replace("\n", "\\n");
                problems.Add(
                    Descriptors.TextHoldsEnd,
                    new TemplatePlace(attribute, hole.Name.Start, hole.Name.Length),
                    $"'{member.Name}' {what} and could hold '{shown}', which ends it; WriteAnswer refuses such a value");
            }
        }
    }

    private static Construction? Construct(INamedTypeSymbol type, AnswerText text, ParseScope scope, bool isSound)
    {
        if (Construction.Of(type, scope) is not { } construction)
        {
            scope.Problems.Add(Descriptors.CannotBeSet, Place.Of(type), $"'{type.Name}' has no constructor that takes properties only, by their names and types");
            return null;
        }

        construction.CheckFields(scope.Problems);

        // A template with an error may lack a slot only because of it.
        foreach (var member in construction.All.Where(member => isSound && !text.Slots.Any(slot => slot.Member == member)))
        {
            scope.Problems.Add(Descriptors.SlotNotInTemplate, Place.Of(member.Property), member.Name);
        }

        foreach (var (member, _) in text.Slots.Where(slot => !construction.All.Contains(slot.Member)))
        {
            scope.Problems.Add(Descriptors.CannotBeSet, Place.Of(member.Property), $"'{member.Name}' is a slot of the answer, and neither a constructor nor a setter gives it its value");
        }

        return construction;
    }
}
