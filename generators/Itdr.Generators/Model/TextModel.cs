namespace Itdr.Generators.Model;

/// <summary>What a template, or the body of a section, writes: parts that a line break joins.</summary>
/// <param name="Chunks">The parts.</param>
internal sealed record BlockModel(EquatableArray<ChunkModel> Chunks);

/// <summary>A part of a block: it starts and ends with a line, except at the ends of an inline section's body.</summary>
internal abstract record ChunkModel;

/// <summary>Text that is always written.</summary>
/// <param name="Nodes">What it is made of.</param>
internal sealed record PlainChunk(EquatableArray<NodeModel> Nodes) : ChunkModel;

/// <summary>A section that fills its lines and takes them away when it is not written.</summary>
/// <param name="Subject">What must be there.</param>
/// <param name="Body">What is written then.</param>
internal sealed record LineSection(SubjectModel Subject, BlockModel Body) : ChunkModel;

/// <summary>A piece of a text inside its lines.</summary>
internal abstract record NodeModel;

/// <summary>Text of the template itself.</summary>
/// <param name="Text">The text.</param>
internal sealed record LiteralNode(string Text) : NodeModel;

/// <summary>A value.</summary>
/// <param name="Path">Where it is found.</param>
/// <param name="Value">What it is.</param>
internal sealed record ValueNode(EquatableArray<SegmentModel> Path, ValueModel Value) : NodeModel;

/// <summary>A section inside a line.</summary>
/// <param name="Subject">What must be there.</param>
/// <param name="Body">What is written then.</param>
internal sealed record InlineSection(SubjectModel Subject, BlockModel Body) : NodeModel;

/// <summary>What a section depends on.</summary>
/// <param name="Path">Where it is found.</param>
/// <param name="Presence">When it counts as there.</param>
internal sealed record SubjectModel(EquatableArray<SegmentModel> Path, Presence Presence);

/// <summary>One property of a path.</summary>
/// <param name="Name">The property, as an identifier.</param>
/// <param name="IsNullable">Whether its value may be null.</param>
internal sealed record SegmentModel(string Name, bool IsNullable);

/// <summary>When a value counts as there.</summary>
internal enum Presence
{
    NotNull,
    HasLength,
    HasCount,
    IsNotDefaultOrEmpty,
}
