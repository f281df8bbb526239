using Itdr.Generators.Diagnostics;
using Itdr.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Parsing;

/// <summary>Binds the placeholders of a prompt or a fragment to the properties of a type.</summary>
/// <param name="scope">The declaration that is read.</param>
/// <param name="root">The type whose properties the placeholders name.</param>
/// <param name="fragments">The fragments of the subtask.</param>
/// <param name="attribute">The attribute that holds the template.</param>
internal sealed class TextBinder(ParseScope scope, ITypeSymbol root, FragmentTable fragments, AttributeData attribute)
{
    private readonly List<string> placeholders = [];

    /// <summary>The placeholders, as written, each once.</summary>
    public EquatableArray<string> Placeholders => placeholders.Distinct(StringComparer.Ordinal).ToEquatableArray();

    /// <summary>The properties of the root that the template names.</summary>
    public HashSet<string> Used { get; } = new(StringComparer.Ordinal);

    /// <summary>Binds a template.</summary>
    public BlockModel Bind(List<TemplatePart> parts) => Block(parts, ownsLines: true);

    private BlockModel Block(List<TemplatePart> parts, bool ownsLines) =>
        new(TemplateLines.Split(parts, ownsLines).Select(Chunk).Where(chunk => chunk is not null).Select(chunk => chunk!).ToEquatableArray());

    private ChunkModel? Chunk(TemplateChunk chunk)
    {
        if (chunk.Section is null)
        {
            return new PlainChunk(chunk.Parts.Select(Node).Where(node => node is not null).Select(node => node!).ToEquatableArray());
        }

        var subject = Subject(chunk.Section.Name);
        var body = Block(chunk.Parts, ownsLines: true);
        return subject is null ? null : new LineSection(subject, body);
    }

    private NodeModel? Node(TemplatePart part) => part switch
    {
        LiteralPart literal => new LiteralNode(literal.Text),
        HolePart hole => Hole(hole),
        SectionPart section => Section(section),
        _ => throw new InvalidOperationException($"A template has no part of type {part.GetType().Name}."),
    };

    private InlineSection? Section(SectionPart section)
    {
        var subject = Subject(section.Name);
        var body = Block(section.Body, ownsLines: false);
        return subject is null ? null : new InlineSection(subject, body);
    }

    private ValueNode? Hole(HolePart hole)
    {
        placeholders.Add(hole.Format is { } format ? $"{hole.Name.Text}:{format.Text}" : hole.Name.Text);
        if (Resolve(hole.Name) is not { } path)
        {
            return null;
        }

        var last = path[path.Count - 1];
        return Value(last, last.Type, hole) is { } value ? new ValueNode(Segments(path), value) : null;
    }

    private SubjectModel? Subject(NamePath name)
    {
        if (Resolve(name) is not { } path)
        {
            return null;
        }

        var last = path[path.Count - 1];
        var presence = last.Type.SpecialType == SpecialType.System_String ? Presence.HasLength : ValueTypes.ListKindOf(last.Type, out _) switch
        {
            ListKind.Array => Presence.HasLength,
            ListKind.ReadOnlyList => Presence.HasCount,
            ListKind.ImmutableArray => Presence.IsNotDefaultOrEmpty,
            _ => Presence.NotNull,
        };
        if (presence == Presence.NotNull && !path.Any(member => member.IsNullable))
        {
            scope.Problems.Add(
                Descriptors.MalformedTemplate, At(name), $"A section over '{name.Text}' is always written, since its value is neither null nor empty; make the property nullable, or remove the section");
            return null;
        }

        return new SubjectModel(Segments(path), presence);
    }

    private List<Member>? Resolve(NamePath name)
    {
        var path = new List<Member>();
        var type = root;
        foreach (var segment in name.Segments)
        {
            var members = scope.Members(type);
            var member = members.FirstOrDefault(candidate => candidate.Name == segment.Text);
            if (member is null)
            {
                var meant = Suggestion.Nearest(segment.Text, members.Select(candidate => candidate.Name));
                scope.Problems.AddMisnamed(
                    Descriptors.UnknownPlaceholder, new TemplatePlace(attribute, segment.Start, segment.Text.Length), meant, type.Shown(), segment.Text, Suggestion.Ask(meant));
                return null;
            }

            path.Add(member);
            type = member.Type;
            Used.Add(path[0].Name);
        }

        return path;
    }

    private ValueModel? Value(Member member, ITypeSymbol type, HolePart hole)
    {
        if (type.SpecialType == SpecialType.System_String)
        {
            return NoFormat(hole, "A text") ? new ValueModel(ValueKind.Text) : null;
        }

        if (ValueTypes.IsNumber(type))
        {
            return NumberFormat.Check(type, hole.Format, attribute, scope.Problems) ? new ValueModel(ValueKind.Number, hole.Format?.Text) : null;
        }

        if (DateFormats.ShapeOf(type) is { } shape)
        {
            return DateFormats.Read(type, shape, hole, attribute, scope.Problems) is null ? null : new ValueModel(ValueKind.Date, DateFormats.TextOf(shape, hole));
        }

        if (ClosedSetTable.IsClosed(type))
        {
            return NoFormat(hole, "A value of a closed set") && scope.Sets.Set(type, scope.Problems) is { } set
                ? new ValueModel(ValueKind.Set) { Set = set }
                : null;
        }

        if (ValueTypes.ListKindOf(type, out var element) != ListKind.None && ReferenceEquals(type, member.Type))
        {
            return ListValue(member, element!, hole);
        }

        if (scope.Fragments(type).Count > 0)
        {
            var writer = fragments.Writer(type, hole.Format?.Text, hole.Format is { } format ? At(format) : At(hole.Name), scope.Problems);
            return writer is null ? null : new ValueModel(ValueKind.Fragment, Writer: writer);
        }

        scope.Problems.Add(
            Descriptors.NotRenderable,
            hole.Name.Segments.Count == 1 && IsDeclaration ? Place.Of(member.Property) : At(hole.Name),
            $"'{hole.Name.Text}' has type {member.Type.Shown()}, which no template can write{DateFormats.Refusal(type) ?? "; use a string, a number, a date, a bool, an enum, a type with [Fragment], or a list of these"}");
        return null;
    }

    private ValueModel? ListValue(Member member, ITypeSymbol element, HolePart hole)
    {
        if (ValueTypes.IsNullable(element))
        {
            scope.Problems.Add(
                Descriptors.NotRenderable,
                IsDeclaration ? Place.Of(member.Property) : At(hole.Name),
                $"'{hole.Name.Text}' is a list whose entries may be null, which no text can show; make the entries {element.WithNullableAnnotation(NullableAnnotation.NotAnnotated).Shown()} without '?'");
            return null;
        }

        return Value(member, element, hole) is { } value
            ? new ValueModel(ValueKind.List, Layout: Layouts.Of(member.Attributes), Element: value) { ElementType = element.Code() }
            : null;
    }

    private bool IsDeclaration => SymbolEqualityComparer.Default.Equals(root, scope.Type);

    private bool NoFormat(HolePart hole, string what)
    {
        if (hole.Format is { } format)
        {
            scope.Problems.Add(Descriptors.BadFormat, At(format), $"{what} has no formats; write '{{{hole.Name.Text}}}'");
        }

        return hole.Format is null;
    }

    private TemplatePlace At(NamePath name) => new(attribute, name.Start, name.Length);

    private TemplatePlace At(Spanned span) => new(attribute, span.Start, span.Text.Length);

    private static EquatableArray<SegmentModel> Segments(List<Member> path) =>
        path.Select(member => new SegmentModel(member.Identifier, member.IsNullable)).ToEquatableArray();
}
