namespace Itdr;

/// <summary>Why a call ended without a text that could be an answer.</summary>
/// <param name="Error">The reason, for programs.</param>
/// <param name="Message">One sentence that says what is wrong and what to do. It holds no key.</param>
public sealed record CallFailure(AnswerError Error, string Message)
{
    /// <summary>Whether the failure concerns the task or its answer alone, so that other tasks may well be answered.</summary>
    public bool IsOfTask => Error
        is AnswerError.Unanswerable
        or AnswerError.ControlText
        or AnswerError.TooLong
        or AnswerError.Unfinished
        or AnswerError.Refused;

    /// <summary>
    /// Whether the same call may well succeed later, with nothing changed: the server was away, slow, busy, cut off or
    /// failed.
    /// </summary>
    public bool IsPassing => Error
        is AnswerError.Unreachable
        or AnswerError.TimedOut
        or AnswerError.CutOff
        or AnswerError.RateLimited
        or AnswerError.ServerFailed;
}
