namespace Itdr.Inference;

/// <summary>
/// How the text of a list is cut into what is fixed and what is chosen: spaces before a candidate belong to the
/// candidate, and what ends it is tokenized with it.
/// </summary>
/// <param name="layout">How the list is laid out.</param>
/// <param name="before">Text before the list that is not tokenized yet.</param>
internal sealed class EntryText(ListLayout layout, string before)
{
    /// <summary>What ends a candidate: the separator without spaces at its end, which go to the next candidate.</summary>
    public string Terminator { get; } = layout.Separator.TrimEnd(' ') is { Length: > 0 } trimmed ? trimmed : layout.Separator;

    /// <summary>The fixed text before a candidate, from where the last one ended.</summary>
    /// <param name="place">The place, from 0.</param>
    public string Header(int place) => TextSeam.Split(Fixed(place)).Head;

    /// <summary>What stands between the fixed text and the candidate.</summary>
    /// <param name="place">The place, from 0.</param>
    public string Lead(int place) => TextSeam.Split(Fixed(place)).Lead;

    private string Fixed(int place) =>
        (place == 0 ? before : layout.Separator[Terminator.Length..]) + layout.Mark(place);
}
