namespace Itdr;

/// <summary>How an answer's text is read.</summary>
public sealed record ParseOptions
{
    private ParseOptions()
    {
    }

    /// <summary>Only a text that the label writer could have written is read; everything else is a failure.</summary>
    public static ParseOptions Strict { get; } = new();
}
