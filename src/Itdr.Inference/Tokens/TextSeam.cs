namespace Itdr.Inference;

/// <summary>
/// Where text that is fixed may be cut from text that is still open, so that both tokenize as the whole would.
/// Tokenizers take spaces together with the word after them and start anew after a line break, so a text is cut before
/// its last spaces or after its last line break, whichever comes later.
/// </summary>
internal static class TextSeam
{
    /// <summary>Cuts a text that something is to follow.</summary>
    /// <returns>What may be tokenized alone, and what is tokenized together with what follows.</returns>
    public static (string Head, string Lead) Split(string text)
    {
        var space = text.LastIndexOf(' ');
        while (space > 0 && text[space - 1] == ' ')
        {
            space--;
        }

        var cut = Math.Max(Math.Max(space, text.LastIndexOf('\n') + 1), 0);
        return (text[..cut], text[cut..]);
    }
}
