using Itdr.Generators.Model;

namespace Itdr.Generators.Parsing;

/// <summary>Finds what may come next in an answer's text.</summary>
internal static class AnswerFollow
{
    /// <summary>What may follow a node: literals, the end of the text, or, where that is ambiguous, another slot.</summary>
    /// <param name="chunks">The answer's text.</param>
    /// <param name="chunk">The chunk of the node.</param>
    /// <param name="node">The node's place in the chunk.</param>
    /// <param name="inner">The node's place in the section that stands at <paramref name="node"/>, or -1 if it stands there itself.</param>
    public static Follow After(List<AnswerChunk> chunks, int chunk, int node, int inner)
    {
        var literals = new List<string>();
        var nodes = chunks[chunk].Nodes;
        if (inner >= 0 && Walk(((AnswerSection)nodes[node]).Nodes.Skip(inner + 1), literals) is { } inSection)
        {
            return inSection;
        }

        if (Walk(nodes.Skip(node + 1), literals) is { } inChunk)
        {
            return inChunk;
        }

        var rest = chunks.Skip(chunk + 1).ToList();
        // What stands on a line of its own ends with the line, the last one too: talk after it is no part of it.
        if (rest.Count > 0 || chunks[chunk].Section >= 0)
        {
            literals.Add("\n");
        }

        return new Follow(new EndModel(rest.All(later => later.Section >= 0), literals.Distinct().ToEquatableArray()), null);
    }

    /// <summary>The text with which a chunk at or behind a place may start, up to the first one that always stands there.</summary>
    public static Follow LineStarts(List<AnswerChunk> chunks, int from)
    {
        var literals = new List<string>();
        for (var index = from; index < chunks.Count; index++)
        {
            if (chunks[index].Section >= 0)
            {
                literals.Add(((AnswerLiteral)chunks[index].Nodes[0]).Text);
            }
            else
            {
                return Walk(chunks[index].Nodes, literals) ?? After(chunks, index, chunks[index].Nodes.Count, -1);
            }
        }

        return new Follow(new EndModel(true, literals.ToEquatableArray()), null);
    }

    private static Follow? Walk(IEnumerable<AnswerNode> nodes, List<string> literals)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case AnswerLiteral literal:
                    literals.Add(literal.Text);
                    return new Follow(new EndModel(false, literals.Distinct().ToEquatableArray()), null);
                case AnswerSection section:
                    literals.Add(((AnswerLiteral)section.Nodes[0]).Text);
                    break;
                case AnswerHole hole:
                    return new Follow(new EndModel(false, literals.Distinct().ToEquatableArray()), hole.Slot);
            }
        }

        return null;
    }
}

/// <summary>What may follow a place in an answer's text.</summary>
/// <param name="End">The literals, and whether the text may end.</param>
/// <param name="Slot">A slot that may follow with no literal before it, or null.</param>
internal sealed record Follow(EndModel End, int? Slot);
