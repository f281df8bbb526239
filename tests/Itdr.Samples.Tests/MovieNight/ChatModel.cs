using System.Text.RegularExpressions;
using Itdr.Testing.Chat;

namespace Itdr.Samples.Tests.MovieNight;

/// <summary>A chat server whose model answers with the films of the evening as a test tells it to.</summary>
internal static partial class ChatModel
{
    /// <summary>Starts it; the answer is streamed in the pieces that are given, with a wait before the second where there is a gate.</summary>
    public static Task<ChatServerDouble> SayingAsync(Func<string[], string[]> answer, Task? gate = null) => ChatServerDouble.StartAsync(async (request, context) =>
    {
        var pieces = answer(TonightIn(request.Message(^1)));
        await Reply.Stream(context, Gated(pieces, gate ?? Task.CompletedTask));
    });

    /// <summary>The titles that the prompt lists for the evening.</summary>
    private static string[] TonightIn(string prompt) =>
        [.. Line().Matches(prompt[prompt.IndexOf("on tonight:", StringComparison.Ordinal)..]).Select(static line => line.Groups["title"].Value)];

    private static IEnumerable<string> Gated(string[] pieces, Task gate)
    {
        for (var index = 0; index < pieces.Length; index++)
        {
            if (index == 1)
            {
                gate.Wait(TimeSpan.FromSeconds(60));
            }

            yield return pieces[index];
        }
    }

    [GeneratedRegex(@"^- (?<title>.+) \(\d{4}; [^)]+\)$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
