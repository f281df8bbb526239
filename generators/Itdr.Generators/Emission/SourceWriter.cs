using System.Text;

namespace Itdr.Generators.Emission;

/// <summary>Collects indented lines of code.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder text = new();
    private int depth;
    private bool blankBefore;
    private bool atStart;

    /// <summary>Writes a line, or an empty one.</summary>
    public void Line(string line)
    {
        if (blankBefore)
        {
            text.Append('\n');
            blankBefore = false;
        }

        atStart = false;
        text.Append(' ', depth * 4).Append(line).Append('\n');
    }

    /// <summary>Leaves a line free before the next one, unless a block opens or closes there.</summary>
    public void Blank() => blankBefore = !atStart;

    /// <summary>Writes a line and opens a block below it.</summary>
    public void Open(string head)
    {
        Line(head);
        Line("{");
        depth++;
        atStart = true;
    }

    /// <summary>Closes a block.</summary>
    public void Close(string after = "")
    {
        blankBefore = false;
        depth--;
        Line("}" + after);
    }

    /// <summary>Writes a line one step further in.</summary>
    public void Continue(string line)
    {
        depth++;
        Line(line);
        depth--;
    }

    public override string ToString() => text.ToString();
}
