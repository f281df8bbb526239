using System.Collections.Immutable;

namespace Itdr;

/// <summary>Parts that follow each other.</summary>
public sealed class SequenceConstraint : OutputConstraint
{
    private readonly ImmutableArray<OutputConstraint> parts;

    internal SequenceConstraint(ImmutableArray<OutputConstraint> parts) => this.parts = parts;

    /// <inheritdoc/>
    public override IReadOnlyList<OutputConstraint> Parts => parts;

    /// <inheritdoc/>
    public override bool IsExact => parts.All(part => part.IsExact);

    private protected override Pattern ToPattern() => Pattern.Sequence(parts.Select(part => part.Pattern));
}
