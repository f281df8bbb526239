namespace Itdr.Inference;

/// <summary>
/// How the text of a list is cut into what is fixed and what is chosen. Tokenizers take a space together with the
/// word after it, so spaces before a candidate belong to the candidate, and what ends its line is tokenized with it.
/// </summary>
internal sealed class EntryText(ListLayout layout, string before)
{
    private readonly string separatorBreak = Break(layout.Separator);

    /// <summary>What ends a candidate.</summary>
    public string Terminator => separatorBreak;

    /// <summary>The fixed text before a candidate, from where the last one ended.</summary>
    /// <param name="place">The place, from 0.</param>
    public string Header(int place) => Fixed(place).TrimEnd(' ');

    /// <summary>The spaces between the fixed text and the candidate.</summary>
    /// <param name="place">The place, from 0.</param>
    public string Lead(int place)
    {
        var text = Fixed(place);
        return text[text.TrimEnd(' ').Length..];
    }

    private string Fixed(int place) =>
        (place == 0 ? before : layout.Separator[separatorBreak.Length..]) + layout.Mark(place);

    private static string Break(string separator)
    {
        var trimmed = separator.TrimEnd(' ');
        return trimmed.Length == 0 ? separator : trimmed;
    }
}
