using Itdr;

namespace CustomSubtask;

/// <summary>What the sample shows.</summary>
internal static class Screen
{
    public static void Section(string title, string text) => Console.WriteLine($"== {title}\n{text}\n");

    public static void Section(string title, AnswerResult<GhostLodging.Answer> result) => Section(title, result.CallFailure?.Message ?? Say(result.Parsed));

    public static void Section(string title, ParseResult<GhostLodging.Answer> parsed) => Section(title, Say(parsed));

    private static string Say(ParseResult<GhostLodging.Answer> parsed)
    {
        if (!parsed.TryGetValue(out var answer))
        {
            return parsed.Failure!.Message;
        }

        var repairs = parsed.Repairs.Select(static repair => $"\n  overlooked at character {repair.Position}: {repair.Kind}");
        return $"{answer.House.Name}, {answer.House.Charms}; {new string('o', answer.Moans)}h, {answer.Moans} of 5 moans{string.Concat(repairs)}";
    }
}
