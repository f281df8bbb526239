namespace Itdr.LLamaSharp;

/// <summary>A model in process cannot be used; <see cref="Error"/> says why, the message what to do.</summary>
public sealed class LLamaSharpException : Exception
{
    /// <summary>Names the reason.</summary>
    /// <param name="error">The reason.</param>
    /// <param name="message">One sentence that says what is wrong, where, and what to do.</param>
    /// <param name="inner">What caused it, if anything did.</param>
    public LLamaSharpException(LLamaSharpError error, string message, Exception? inner = null)
        : base(message, inner) => Error = error;

    /// <summary>The reason.</summary>
    public LLamaSharpError Error { get; }
}
