using System.Text;

namespace Itdr.Inference;

/// <summary>
/// Hands on the text of a streamed answer. Where control text was broken up, whole lines only, since a piece may end
/// within a broken text; where the server writes another form than the label's, nothing.
/// </summary>
internal sealed class StreamRelay(BrokenText broken, bool holdAll)
{
    private readonly StringBuilder line = new();

    /// <summary>Takes a piece and gives what can be handed on.</summary>
    public string Push(string piece)
    {
        if (holdAll)
        {
            return "";
        }

        if (broken.Count == 0)
        {
            return piece;
        }

        var end = piece.LastIndexOf('\n') + 1;
        if (end == 0)
        {
            line.Append(piece);
            return "";
        }

        var whole = line.Append(piece, 0, end).ToString();
        line.Clear().Append(piece, end, piece.Length - end);
        return broken.Restore(whole);
    }

    /// <summary>What is left at the end.</summary>
    public string Rest() => broken.Restore(line.ToString());
}
