namespace Itdr;

/// <summary>An answer was asked for where a call gave none; <see cref="Error"/> says why, the message what to do.</summary>
public sealed class AnswerException : InvalidOperationException
{
    /// <summary>Names the reason.</summary>
    /// <param name="error">The reason.</param>
    /// <param name="message">One sentence that says what is wrong and what to do.</param>
    /// <param name="inner">What caused it, if anything did.</param>
    public AnswerException(AnswerError error, string message, Exception? inner = null)
        : base(message, inner) => Error = error;

    /// <summary>The reason.</summary>
    public AnswerError Error { get; }
}
