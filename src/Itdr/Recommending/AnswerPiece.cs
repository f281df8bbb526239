namespace Itdr;

/// <summary>A piece of an answer that is being written.</summary>
/// <typeparam name="TAnswer">The type of the answer.</typeparam>
/// <param name="Text">What was added; empty in a piece that only ends the answer.</param>
public sealed record AnswerPiece<TAnswer>(string Text)
{
    /// <summary>The whole answer, in the last piece; null before.</summary>
    public AnswerResult<TAnswer>? Result { get; init; }
}
