namespace Itdr.Evaluation;

internal sealed class WhiteSpaceTokenizer : Tokenizer
{
    public override string Name => "white-space";

    internal override void Tokenize(ReadOnlySpan<char> text, TokenList tokens) => PythonWhiteSpace.Split(text, tokens);
}
