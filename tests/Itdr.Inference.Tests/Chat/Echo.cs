using System.Text.RegularExpressions;
using Itdr.Subtasks;
using Itdr.Testing.Chat;

namespace Itdr.Inference.Tests.Chat;

/// <summary>Answers a request from what stands in it, so that a mix-up of answers shows.</summary>
internal static partial class Echo
{
    public static string Answer(RecordedRequest request)
    {
        var turn = request.Message(^1);
        if (turn.StartsWith(RatingPrediction.Descriptor.Instruction, StringComparison.Ordinal))
        {
            return (Number().Match(turn[turn.LastIndexOf("Movie ", StringComparison.Ordinal)..]).Value[^1] - '0') % 2 == 0 ? "4.0" : "2.5";
        }

        var lines = turn.Split('\n').Where(static line => Entry().IsMatch(line)).ToList();
        var list = lines[lines.FindLastIndex(static line => line.StartsWith("1. ", StringComparison.Ordinal) || line.StartsWith("- ", StringComparison.Ordinal) && !line.Contains("Paper Boats", StringComparison.Ordinal))..];
        return turn.StartsWith(NextItemRecommendation.Descriptor.Instruction, StringComparison.Ordinal)
            ? Entry().Replace(Candidates(turn)[0], "")
            : string.Join('\n', list.Select(static line => Entry().Replace(line, "")).Reverse().Select(static (title, index) => $"{index + 1}. {title}"));
    }

    private static List<string> Candidates(string turn) =>
        [.. turn.Split('\n').Where(static line => Entry().IsMatch(line) && !line.Contains("Paper Boats", StringComparison.Ordinal))];

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:\d+\. |- )")]
    private static partial Regex Entry();
}

/// <summary>Waits for what happens on another thread.</summary>
internal static class Wait
{
    public static async Task Until(Func<bool> holds)
    {
        for (var tries = 0; !holds(); tries++)
        {
            Assert.True(tries < 600, "It did not happen within half a minute.");
            await Task.Delay(50);
        }
    }
}
