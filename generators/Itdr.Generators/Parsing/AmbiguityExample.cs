using System.Globalization;

namespace Itdr.Generators.Parsing;

/// <summary>Texts that read in two ways, for messages.</summary>
internal static class AmbiguityExample
{
    /// <summary>The end of a message: a text that two slots with nothing between them share in two ways, or nothing where no values do.</summary>
    public static string Of(SlotSamples first, SlotSamples second)
    {
        if (Find(first, second) is not var (left, right, leftAgain, rightAgain))
        {
            return "";
        }

        var text = $": \"{Shown(left + right)}\" reads as {first.Name} '{Shown(left)}' with {second.Name} '{Shown(right)}', and as '{Shown(leftAgain)}' with '{Shown(rightAgain)}'";
        return text + Condition(first, left, leftAgain) + Condition(second, right, rightAgain);
    }

    /// <summary>The end of a message: a value whose text, with what follows it, starts with the text of another value; nothing where there is none.</summary>
    public static string OfTaken(IEnumerable<string> texts, string literal)
    {
        var all = texts.Distinct(StringComparer.Ordinal).ToList();
        foreach (var shorter in all)
        {
            var whole = shorter + literal;
            if (all.FirstOrDefault(text => text.Length > shorter.Length && whole.StartsWith(text, StringComparison.Ordinal)) is { } longer)
            {
                return $": \"{Shown(whole)}\" reads as '{shorter}' with '{Shown(literal)}' after it, and starts with '{longer}' as well";
            }
        }

        return "";
    }

    private static (string Left, string Right, string LeftAgain, string RightAgain)? Find(SlotSamples first, SlotSamples second)
    {
        if (first.IsFree && second.IsFree)
        {
            return (first.Start + "a", second.Start + "bc", first.Start + "ab", second.Start + "c") is var free && second.Start.Length == 0 ? free : null;
        }

        if (first.IsFree)
        {
            return Pair(second.Texts, (shorter, longer) => longer.EndsWith(shorter, StringComparison.Ordinal)) is var (right, whole)
                ? (first.Start + "a", whole, first.Start + "a" + whole.Substring(0, whole.Length - right.Length), right)
                : null;
        }

        if (second.IsFree)
        {
            return second.Start.Length == 0 && Pair(first.Texts, (shorter, longer) => longer.StartsWith(shorter, StringComparison.Ordinal)) is var (left, all)
                ? (all, "a", left, all.Substring(left.Length) + "a")
                : null;
        }

        return FindBetween(first.Texts, second.Texts);
    }

    private static (string Left, string Right, string LeftAgain, string RightAgain)? FindBetween(IReadOnlyList<string> first, IReadOnlyList<string> second)
    {
        foreach (var left in first)
        {
            foreach (var all in first.Where(text => text.Length > left.Length && text.StartsWith(left, StringComparison.Ordinal)))
            {
                var moved = all.Substring(left.Length);
                if (second.FirstOrDefault(text => second.Contains(moved + text)) is { } right)
                {
                    return (all, right, left, moved + right);
                }
            }
        }

        return null;
    }

    private static (string Shorter, string Longer)? Pair(IReadOnlyList<string> texts, Func<string, string, bool> fits)
    {
        foreach (var shorter in texts)
        {
            if (texts.FirstOrDefault(text => text.Length > shorter.Length && fits(shorter, text)) is { } longer)
            {
                return (shorter, longer);
            }
        }

        return null;
    }

    private static string Condition(SlotSamples slot, string one, string other) =>
        string.Format(CultureInfo.InvariantCulture, slot.Condition, Shown(one), Shown(other));

    private static string Shown(string text) => text.Replace("\n", "\\n");
}
