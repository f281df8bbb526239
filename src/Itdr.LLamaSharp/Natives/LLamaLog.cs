using LLama.Native;
using Microsoft.Extensions.Logging;

namespace Itdr.LLamaSharp.Natives;

/// <summary>
/// What llama.cpp says. It tells the reasons of its failures only here, so what it says while something is loaded is
/// kept; the log is one for the whole process.
/// </summary>
internal static partial class LLamaLog
{
    private const int MostKept = 400;

    // LLamaSharp keeps no reference to a callback that is set before the library is loaded; this one does.
    private static readonly NativeLogConfig.LLamaLogCallback Callback = Receive;
    private static readonly Lock Gate = new();
    private static readonly Queue<(LLamaLogLevel Level, string Text)> Kept = [];
    private static ILogger? logger;
    private static LLamaLogLevel last;

    /// <summary>Hears what llama.cpp says from now on.</summary>
    public static void Listen() => NativeLogConfig.llama_log_set(Callback);

    /// <summary>Passes on what llama.cpp says, warnings and errors as such and all else as details.</summary>
    public static void PassTo(ILogger? target) => logger = target;

    /// <summary>Forgets what was said.</summary>
    public static void Clear()
    {
        lock (Gate)
        {
            Kept.Clear();
        }
    }

    /// <summary>What was said last at a level or above, or null.</summary>
    public static string? Last(LLamaLogLevel level)
    {
        lock (Gate)
        {
            return Kept.LastOrDefault(line => line.Level >= level).Text;
        }
    }

    /// <summary>All that was said and is kept, in order.</summary>
    public static IReadOnlyList<string> Lines()
    {
        lock (Gate)
        {
            return [.. Kept.Select(static line => line.Text)];
        }
    }

    /// <summary>The first line that holds a text, or null.</summary>
    public static string? Find(string part)
    {
        lock (Gate)
        {
            return Kept.FirstOrDefault(line => line.Text.Contains(part, StringComparison.OrdinalIgnoreCase)).Text;
        }
    }

    private static void Receive(LLamaLogLevel level, string message)
    {
        var text = message.TrimEnd('\n');
        if (text.Length == 0 || text.All(static letter => letter == '.'))
        {
            return;
        }

        lock (Gate)
        {
            level = level == LLamaLogLevel.Continue ? last : level;
            last = level;
            Keep(level, text);
        }

        if (logger is { } target)
        {
            switch (level)
            {
                case LLamaLogLevel.Error:
                    Failed(target, text);
                    break;
                case LLamaLogLevel.Warning:
                    Warned(target, text);
                    break;
                default:
                    Said(target, text);
                    break;
            }
        }
    }

    /// <summary>
    /// The details are not kept, one line for each tensor and control token: a model of some size has a thousand of
    /// them, and after them comes what matters.
    /// </summary>
    private static void Keep(LLamaLogLevel level, string text)
    {
        if (level <= LLamaLogLevel.Debug)
        {
            return;
        }

        if (Kept.Count == MostKept)
        {
            Kept.Dequeue();
        }

        Kept.Enqueue((level, text));
    }

    [LoggerMessage(EventId = 601, Level = LogLevel.Error, Message = "llama.cpp: {Text}")]
    private static partial void Failed(ILogger logger, string text);

    [LoggerMessage(EventId = 602, Level = LogLevel.Warning, Message = "llama.cpp: {Text}")]
    private static partial void Warned(ILogger logger, string text);

    [LoggerMessage(EventId = 603, Level = LogLevel.Debug, Message = "llama.cpp: {Text}")]
    private static partial void Said(ILogger logger, string text);
}
