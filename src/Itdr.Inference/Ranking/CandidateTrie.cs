namespace Itdr.Inference;

/// <summary>Builds the trie of candidates in their place.</summary>
internal static class CandidateTrie
{
    /// <summary>The paths of texts, each with the spaces before it and what ends it tokenized together.</summary>
    /// <param name="tokens">The tokenizer.</param>
    /// <param name="texts">The texts.</param>
    /// <param name="lead">The spaces before each.</param>
    /// <param name="terminator">What ends each.</param>
    /// <exception cref="TokenEngineException">The tokens of a text do not spell it, or two texts cannot be told apart.</exception>
    public static int[][] Paths(TextTokens tokens, IReadOnlyList<string> texts, string lead, string terminator)
    {
        var paths = new int[texts.Count][];
        for (var index = 0; index < paths.Length; index++)
        {
            paths[index] = tokens.Exact(lead + texts[index] + terminator);
        }

        return paths;
    }

    /// <summary>A trie of those paths whose items are not taken.</summary>
    /// <exception cref="TokenEngineException">Two texts cannot be told apart.</exception>
    public static TokenTrie Build(IReadOnlyList<string> texts, int[][] paths, ReadOnlySpan<bool> taken)
    {
        var trie = new TokenTrie();
        for (var index = 0; index < paths.Length; index++)
        {
            if ((taken.IsEmpty || !taken[index]) && !trie.TryAdd(index, paths[index]))
            {
                throw new TokenEngineException(TokenEngineError.Overlap,
                    $"Candidate {index + 1}, \"{texts[index].ReplaceLineEndings("\\n")}\", and another one cannot be told apart, because one followed by what ends it is the start of the other; change or remove one.");
            }
        }

        return trie;
    }
}
