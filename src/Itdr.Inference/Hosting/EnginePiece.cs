namespace Itdr.Inference;

/// <summary>A piece of a text that a model is writing.</summary>
/// <typeparam name="TOutput">The type of the whole.</typeparam>
/// <param name="Text">What was added; empty in the piece that ends the text.</param>
public readonly record struct EnginePiece<TOutput>(string Text)
    where TOutput : class
{
    /// <summary>The whole text and what it took, in the last piece; null before.</summary>
    public TOutput? Output { get; init; }
}
