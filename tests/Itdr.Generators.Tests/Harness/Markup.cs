using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Itdr.Generators.Tests.Harness;

/// <summary>Sources in which <c>{|ITDR001:Name|}</c> marks what a diagnostic must be about, to the character.</summary>
internal static class Markup
{
    /// <summary>Takes the marks out.</summary>
    public static (string Source, List<(string Id, TextSpan Span)> Marks) Parse(string marked)
    {
        var source = new StringBuilder();
        var marks = new List<(string, TextSpan)>();
        var open = new Stack<(string Id, int Start)>();
        for (var position = 0; position < marked.Length; position++)
        {
            if (string.CompareOrdinal(marked, position, "{|ITDR", 0, 6) == 0)
            {
                var colon = marked.IndexOf(':', position);
                open.Push((marked[(position + 2)..colon], source.Length));
                position = colon;
            }
            else if (open.Count > 0 && string.CompareOrdinal(marked, position, "|}", 0, 2) == 0)
            {
                var (id, start) = open.Pop();
                marks.Add((id, TextSpan.FromBounds(start, source.Length)));
                position++;
            }
            else
            {
                source.Append(marked[position]);
            }
        }

        return (source.ToString(), marks);
    }
}
