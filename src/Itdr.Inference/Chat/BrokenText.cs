using System.Text;

namespace Itdr.Inference;

/// <summary>A text whose control text was broken up, and the way back.</summary>
internal sealed class BrokenText
{
    private readonly List<(string Broken, string Whole)> pairs = [];

    private BrokenText(string text) => Text = text;

    /// <summary>The text to send.</summary>
    public string Text { get; private set; }

    /// <summary>How many stretches were broken up.</summary>
    public int Count { get; private set; }

    /// <summary>Nothing was broken up.</summary>
    public static BrokenText Of(string text) => new(text);

    /// <summary>Breaks up stretches of a text.</summary>
    public static BrokenText Of(string text, IReadOnlyList<Range> stretches)
    {
        var broken = new BrokenText(text) { Count = stretches.Count };
        if (stretches.Count == 0)
        {
            return broken;
        }

        var builder = new StringBuilder(text.Length + stretches.Count);
        var position = 0;
        foreach (var stretch in stretches)
        {
            builder.Append(text, position, stretch.Start.Value - position);
            builder.Append(broken.Break(text, text[stretch]));
            position = stretch.End.Value;
        }

        broken.Text = builder.Append(text, position, text.Length - position).ToString();
        // The longest first, so that none is taken for the front of another.
        broken.pairs.Sort(static (left, right) => right.Broken.Length.CompareTo(left.Broken.Length));
        return broken;
    }

    /// <summary>Puts the control text of an answer together again; what was not broken up stays as it is.</summary>
    public string Restore(string answer)
    {
        foreach (var (broken, whole) in pairs)
        {
            answer = answer.Replace(broken, whole, StringComparison.Ordinal);
        }

        return answer;
    }

    private string Break(string text, string whole)
    {
        var known = pairs.Find(pair => pair.Whole == whole).Broken;
        if (known is not null)
        {
            return known;
        }

        // As many spaces as it takes for the broken form to stand nowhere in the text by itself: else the way back
        // would change a title that looks like it.
        var spaces = 1;
        string broken;
        do
        {
            broken = $"{whole[0]}{new string(' ', spaces++)}{whole[1..]}";
        }
        while (text.Contains(broken, StringComparison.Ordinal));

        pairs.Add((broken, whole));
        return broken;
    }
}
