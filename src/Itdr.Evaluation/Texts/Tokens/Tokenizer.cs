namespace Itdr.Evaluation;

/// <summary>Cuts a text into the tokens that a metric compares, and into sentences where the metric has any.</summary>
public abstract class Tokenizer
{
    private protected Tokenizer()
    {
    }

    /// <summary>Tokens by white space, case kept: Python's <c>str.split()</c>. Name <c>white-space</c>.</summary>
    public static Tokenizer WhiteSpace { get; } = new WhiteSpaceTokenizer();

    /// <summary>The tokens of rouge_score: lower-cased runs of a–z and 0–9, sentences by line. Name <c>ascii-words</c>.</summary>
    public static Tokenizer AsciiWords { get; } = new AsciiWordTokenizer();

    /// <summary>The tokens of sacrebleu's <c>13a</c>, which are those of mteval-v13a, case kept. Name <c>13a</c>.</summary>
    public static Tokenizer Mteval13a { get; } = new Mteval13aTokenizer();

    /// <summary>The tokens of pltrdy/rouge: by white space, case kept, sentences by full stop. Name <c>full-stops</c>.</summary>
    public static Tokenizer FullStops { get; } = new FullStopTokenizer();

    /// <summary>The name in signatures.</summary>
    public abstract string Name { get; }

    /// <summary>The tokens of a text.</summary>
    /// <param name="text">The text.</param>
    public IReadOnlyList<string> Tokenize(string text)
    {
        var table = new TokenTable();
        var tokens = new TokenList();
        tokens.Clear(table);
        Tokenize(text, tokens);
        return [.. tokens.All.ToArray().Select(token => table.NameOf(token))];
    }

    internal abstract void Tokenize(ReadOnlySpan<char> text, TokenList tokens);
}
