using Itdr.Generators.Diagnostics;
using Itdr.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>Reads what one slot of an answer holds and where it comes from.</summary>
internal sealed class SlotReader(ParseScope scope, FragmentTable fragments, AttributeData answer)
{
    private static readonly string[] Sources = ["RankedFromAttribute", "ChosenFromAttribute", "OnScaleAttribute"];

    /// <summary>The slot, or null if it cannot be one, which is reported.</summary>
    public SlotModel? Read(Member member, HolePart hole, EndModel end)
    {
        var sources = member.Attributes.Where(attribute => Sources.Any(attribute.Is)).ToList();
        if (sources.Count > 1)
        {
            Refuse(Place.Of(member.Property), $"'{member.Name}' has more than one of [RankedFrom], [ChosenFrom] and [OnScale]; keep one");
            return null;
        }

        var slot = new SlotModel(
            member.Name,
            member.Identifier,
            SymbolNames.CamelCase(member.Name),
            SlotKind.Text,
            member.Type.Code(),
            member.Type.IsValueType,
            member.IsNullable,
            (member.Attributes.Find("MetricsAttribute")?.Strings() ?? []).ToEquatableArray(),
            end);
        return sources.FirstOrDefault() switch
        {
            null when ValueTypes.ListKindOf(member.Type, out var element) is not ListKind.None and var kind => List(slot, member, kind, element!, hole),
            null => Plain(slot, member, member.Type, hole),
            var source when source.Is("OnScaleAttribute") => OnScale(slot, member, hole, source),
            var source when source.Is("RankedFromAttribute") => RankedFrom(slot, member, hole, source),
            var source => ChosenFrom(slot, member, hole, source),
        };
    }

    private SlotModel? List(SlotModel slot, Member member, ListKind kind, ITypeSymbol element, HolePart hole)
    {
        if (ValueTypes.IsNullable(element))
        {
            scope.Problems.Add(
                Descriptors.NotRenderable, Place.Of(member.Property), $"'{member.Name}' is a list whose entries may be null, which no text can show; make the entries {element.WithNullableAnnotation(NullableAnnotation.NotAnnotated).Shown()} without '?'");
            return null;
        }

        var entry = Plain(slot with { TypeName = element.Code(), IsValueType = element.IsValueType, IsOptional = false, Metrics = [] }, member, element, hole);
        return entry is null ? null : slot with
        {
            Kind = SlotKind.List,
            Entry = entry,
            Layout = Layouts.Of(member.Attributes),
            ElementType = entry.TypeName,
            IsImmutableArray = kind == ListKind.ImmutableArray,
        };
    }

    private SlotModel? Plain(SlotModel slot, Member member, ITypeSymbol type, HolePart hole)
    {
        var bounds = RangeReader.Read(member, scope.Problems);
        if (ValueTypes.IsNumber(type))
        {
            return NumberFormat.Check(type, hole.Format, answer, scope.Problems)
                ? slot with { Kind = SlotKind.Number, Format = hole.Format?.Text, Bounds = bounds }
                : null;
        }

        if (DateFormats.ShapeOf(type) is { } shape)
        {
            return DateFormats.ReadBack(type, shape, hole, answer, scope.Problems) is null ? null : slot with { Kind = SlotKind.Date, Format = DateFormats.TextOf(shape, hole) };
        }

        if (ClosedSetTable.IsClosed(type))
        {
            return NoFormat(hole, "A value of a closed set") && scope.Sets.Set(type, scope.Problems) is { } set
                ? slot with { Kind = SlotKind.Set, Set = set }
                : null;
        }

        if (type.SpecialType != SpecialType.System_String)
        {
            scope.Problems.Add(
                Descriptors.NotRenderable, Place.Of(member.Property), $"'{member.Name}' has type {member.Type.Shown()}, which an answer cannot hold{DateFormats.Refusal(type) ?? "; use a string, a number, a date, a bool, an enum, a list of these, or candidates of the task with [RankedFrom] or [ChosenFrom]"}");
            return null;
        }

        return NoFormat(hole, "A text") ? slot : null;
    }

    private SlotModel? OnScale(SlotModel slot, Member member, HolePart hole, AttributeData source)
    {
        if (Source(source) is not { } scale || !NoFormat(hole, "A number on a scale"))
        {
            return null;
        }

        if (scale.Type is not INamedTypeSymbol { Name: "RatingScale" } type || !type.IsIn("Itdr") || scale.IsNullable)
        {
            Refuse(Place.Of(source, 0), $"[OnScale] names '{scale.Name}' of type {scale.Property.Type.Shown()}; it must name a RatingScale that is never null");
            return null;
        }

        if (!ValueTypes.IsNumber(member.Type))
        {
            Refuse(Place.Of(member.Property), $"'{member.Name}' is on a scale and has type {member.Type.Shown()}; it must be a number");
            return null;
        }

        if (RangeReader.Find(member) is not null)
        {
            scope.Problems.Add(Descriptors.BadRange, Place.Of(member.Property), $"'{member.Name}' has its bounds from '{scale.Name}'; remove [Range]");
            return null;
        }

        return slot with { Kind = SlotKind.Scale, Scale = scale.Identifier };
    }

    private SlotModel? RankedFrom(SlotModel slot, Member member, HolePart hole, AttributeData source)
    {
        var kind = ValueTypes.ListKindOf(member.Type, out var element);
        if (Candidates(source, hole) is not { } candidates)
        {
            return null;
        }

        if (kind == ListKind.None || !SymbolEqualityComparer.Default.Equals(element, candidates.Element))
        {
            Refuse(Place.Of(member.Property), $"'{member.Name}' ranks '{candidates.Model.Property}' and has type {member.Type.Shown()}; it must be a list of {candidates.Element.Shown()}");
            return null;
        }

        var top = source.Named("Top") is int given ? given : 0;
        if (top < 0)
        {
            Refuse(Place.Of(source, -1, "Top"), $"A ranking cannot have {top} places; write how many, or 0 for all");
            return null;
        }

        var layout = Layouts.Of(member.Attributes);
        return slot with
        {
            Kind = SlotKind.Ranking,
            Candidates = candidates.Model,
            JsonReader = JsonReader(member),
            Layout = layout,
            Stream = layout.Style == "Inline" ? null : scope.Names.Take($"Stream{member.Name}"),
            Top = top,
            ElementType = element!.Code(),
            IsImmutableArray = kind == ListKind.ImmutableArray,
        };
    }

    private SlotModel? ChosenFrom(SlotModel slot, Member member, HolePart hole, AttributeData source)
    {
        if (Candidates(source, hole) is not { } candidates)
        {
            return null;
        }

        if (!SymbolEqualityComparer.Default.Equals(member.Type, candidates.Element))
        {
            Refuse(Place.Of(member.Property), $"'{member.Name}' is chosen from '{candidates.Model.Property}' and has type {member.Type.Shown()}; it must be {candidates.Element.Shown()}");
            return null;
        }

        return slot with { Kind = SlotKind.Choice, Candidates = candidates.Model, JsonReader = JsonReader(member) };
    }

    private (CandidatesModel Model, ITypeSymbol Element)? Candidates(AttributeData source, HolePart hole)
    {
        if (Source(source) is not { } property)
        {
            return null;
        }

        var kind = ValueTypes.ListKindOf(property.Type, out var element);
        if (kind == ListKind.None || property.IsNullable || ValueTypes.IsNullable(element!))
        {
            Refuse(Place.Of(source, 0), $"'{property.Name}' has type {property.Property.Type.Shown()}; candidates must be a list, and neither it nor its entries may be null");
            return null;
        }

        if (element!.SpecialType == SpecialType.System_String)
        {
            return NoFormat(hole, "A text") ? (new CandidatesModel(property.Name, property.Identifier, null), element) : null;
        }

        if (scope.Fragments(element).Count == 0)
        {
            Refuse(Place.Of(source, 0), $"'{property.Name}' holds {element.Shown()}, which has no text; candidates must be strings or have a type with [Fragment]");
            return null;
        }

        var place = hole.Format is { } format ? At(format) : new TemplatePlace(answer, hole.Name.Start, hole.Name.Length);
        var writer = fragments.Writer(element, hole.Format?.Text, place, scope.Problems);
        return writer is null ? null : (new CandidatesModel(property.Name, property.Identifier, writer), element);
    }

    private string JsonReader(Member member) => scope.Names.Take($"Read{member.Name}Json");

    private Member? Source(AttributeData source)
    {
        var members = scope.Members(scope.Type);
        var name = source.FirstString() ?? "";
        var member = members.FirstOrDefault(candidate => candidate.Name == name);
        if (member is null)
        {
            var meant = Suggestion.Nearest(name, members.Select(candidate => candidate.Name));
            scope.Problems.AddMisnamed(Descriptors.BadSource, Place.Of(source, 0), meant, $"{scope.Type.Shown()} has no property '{name}'{Suggestion.Ask(meant)}");
        }

        return member;
    }

    private bool NoFormat(HolePart hole, string what)
    {
        if (hole.Format is { } format)
        {
            scope.Problems.Add(Descriptors.BadFormat, At(format), $"{what} has no formats; write '{{{hole.Name.Text}}}'");
        }

        return hole.Format is null;
    }

    private TemplatePlace At(Spanned span) => new(answer, span.Start, span.Text.Length);

    private void Refuse(Place place, string message) => scope.Problems.Add(Descriptors.BadSource, place, message);
}
