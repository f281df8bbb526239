namespace Itdr;

/// <summary>How an answer's text is read.</summary>
public sealed record ParseOptions
{
    private ParseOptions()
    {
    }

    /// <summary>A label is read as it is; anything else is read tolerantly, with every repair recorded.</summary>
    public static ParseOptions Default { get; } = new();

    /// <summary>Only a text that the label writer could have written is read; everything else is a failure.</summary>
    public static ParseOptions Strict { get; } = new() { IsStrict = true };

    /// <summary>Whether repairs are refused.</summary>
    public bool IsStrict { get; private init; }
}
