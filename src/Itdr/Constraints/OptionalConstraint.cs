namespace Itdr;

/// <summary>A section: a part that may be missing.</summary>
public sealed class OptionalConstraint : OutputConstraint
{
    internal OptionalConstraint(OutputConstraint content) => Content = content;

    /// <summary>What stands there if the section does.</summary>
    public OutputConstraint Content { get; }

    /// <summary>Whether the section is never there, because the task has nothing for its slot.</summary>
    public bool IsNever => Content is NothingConstraint;

    /// <inheritdoc/>
    public override IReadOnlyList<OutputConstraint> Parts => [Content];

    /// <inheritdoc/>
    public override bool IsExact => Content.IsExact;

    private protected override Pattern ToPattern() => IsNever ? Pattern.Empty : Pattern.Optional(Content.Pattern);
}
