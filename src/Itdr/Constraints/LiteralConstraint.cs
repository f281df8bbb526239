namespace Itdr;

/// <summary>A text of the answer's template.</summary>
public sealed class LiteralConstraint : OutputConstraint
{
    internal LiteralConstraint(string text) => Text = text;

    /// <summary>The text.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override bool IsExact => true;

    private protected override Pattern ToPattern() => Pattern.Of(Text);
}
