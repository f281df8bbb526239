using Microsoft.Extensions.Logging;

namespace Itdr.Inference;

/// <summary>What a chat recommender logs. No text of a task or an answer is in it, but in the one message that is named for that.</summary>
internal static partial class ChatLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "{Count} stretches of control text in a prompt of {Subtask} were broken up")]
    public static partial void ControlTextBroken(this ILogger logger, string subtask, int count);

    [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "A task of {Subtask} was not asked, since its prompt holds {Count} stretches of control text")]
    public static partial void ControlTextRefused(this ILogger logger, string subtask, int count);

    [LoggerMessage(EventId = 3, Level = LogLevel.Information, Message = "An answer to {Subtask} cannot be read at {Slot}, character {Position}; the question is put again")]
    public static partial void Reasked(this ILogger logger, string subtask, string? slot, int position);

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "A call for {Subtask} failed after {Milliseconds} ms: {Error}")]
    public static partial void CallFailed(this ILogger logger, string subtask, AnswerError error, double milliseconds);

    [LoggerMessage(EventId = 5, Level = LogLevel.Warning, Message = "An answer to {Subtask} cannot be read at {Slot}, character {Position}")]
    public static partial void Unreadable(this ILogger logger, string subtask, string? slot, int position);

    [LoggerMessage(EventId = 6, Level = LogLevel.Debug, Message = "{Subtask} was answered in {Milliseconds} ms with {Repairs} repairs")]
    public static partial void Answered(this ILogger logger, string subtask, double milliseconds, int repairs);

    [LoggerMessage(EventId = 7, Level = LogLevel.Trace, Message = "{Subtask}: {Turn} => {Answer}")]
    public static partial void Texts(this ILogger logger, string subtask, string turn, string answer);

    [LoggerMessage(EventId = 8, Level = LogLevel.Information, Message = "Try {Attempt} of a request to {Server} came to nothing ({Reason}); the next one is in {Milliseconds} ms")]
    public static partial void Retrying(this ILogger logger, int attempt, string server, string reason, double milliseconds);
}
