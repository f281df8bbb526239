namespace Itdr;

/// <summary>Why a call gave no answer, as far as a program has to tell the reasons apart.</summary>
public enum AnswerError
{
    /// <summary>There is a text, but it is no answer to the task; <see cref="AnswerResult{TAnswer}.Failure"/> says where it stops being one.</summary>
    Unreadable,

    /// <summary>The task has no answer that could be written: it has no candidates, or two that cannot be told apart.</summary>
    Unanswerable,

    /// <summary>A value of the task holds control text of chat templates, and the recommender was told to refuse that.</summary>
    ControlText,

    /// <summary>No connection to the server came about.</summary>
    Unreachable,

    /// <summary>The server took longer than was allowed.</summary>
    TimedOut,

    /// <summary>The connection ended in the middle of the answer.</summary>
    CutOff,

    /// <summary>The server takes no more calls for now, and still did not after the retries.</summary>
    RateLimited,

    /// <summary>The server wants a key, or does not accept the one it got.</summary>
    Unauthorized,

    /// <summary>The server does not know the model.</summary>
    UnknownModel,

    /// <summary>The prompt and its answer do not fit in the model's context.</summary>
    TooLong,

    /// <summary>The answer reached the most tokens that it may have before it was complete.</summary>
    Unfinished,

    /// <summary>The model, or a filter around it, declined to answer.</summary>
    Refused,

    /// <summary>The server did not accept the request for another reason.</summary>
    Rejected,

    /// <summary>The server failed, or what it sent is no chat completion.</summary>
    ServerFailed,

    /// <summary>The model in process failed.</summary>
    EngineFailed,
}
