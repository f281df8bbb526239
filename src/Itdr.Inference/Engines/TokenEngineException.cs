namespace Itdr.Inference;

/// <summary>Why a token engine gave no answer.</summary>
public enum TokenEngineError
{
    /// <summary>The engine itself failed.</summary>
    Failed,

    /// <summary>The prompt and its answer do not fit in the engine's context.</summary>
    TooLong,

    /// <summary>The engine's cache had no room though the limits allow it.</summary>
    NoRoom,

    /// <summary>The tokenizer's tokens do not spell the text they were made of.</summary>
    NotExact,

    /// <summary>Two texts of a closed set cannot be told apart in their place.</summary>
    Overlap,

    /// <summary>A free text did not end within the tokens allowed.</summary>
    NoEnd,
}

/// <summary>A token engine gave no answer; <see cref="Error"/> says why, the message what to do.</summary>
public sealed class TokenEngineException : Exception
{
    /// <summary>Names the reason.</summary>
    /// <param name="error">The reason.</param>
    /// <param name="message">One sentence that says what is wrong and what to do.</param>
    /// <param name="inner">What caused it, if anything did.</param>
    public TokenEngineException(TokenEngineError error, string message, Exception? inner = null)
        : base(message, inner) => Error = error;

    /// <summary>The reason.</summary>
    public TokenEngineError Error { get; }
}
