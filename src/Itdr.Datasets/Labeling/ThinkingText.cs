namespace Itdr.Datasets.Labeling;

/// <summary>
/// Takes from a label what a model wrote to think by. A text of any words reads the thinking as a part of itself, so nothing but
/// this keeps it out of a dataset.
/// </summary>
internal static class ThinkingText
{
    private static readonly string[] Names = ["think", "thinking"];

    /// <summary>
    /// What stands after the last thinking block, whose beginning some servers leave out; the text itself where there is none.
    /// </summary>
    /// <returns>The text, or null where the thinking never ends.</returns>
    public static string? After(string text)
    {
        foreach (var name in Names)
        {
            var close = $"</{name}>";
            var at = text.LastIndexOf(close, StringComparison.OrdinalIgnoreCase);
            text = at < 0 ? text : text[(at + close.Length)..].Trim();
        }

        var answer = text;
        return Names.Any(name => answer.TrimStart().StartsWith($"<{name}>", StringComparison.OrdinalIgnoreCase)) ? null : answer;
    }
}
