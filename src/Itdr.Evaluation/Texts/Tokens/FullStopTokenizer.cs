namespace Itdr.Evaluation;

internal sealed class FullStopTokenizer : Tokenizer
{
    public override string Name => "full-stops";

    internal override void Tokenize(ReadOnlySpan<char> text, TokenList tokens)
    {
        foreach (var range in text.Split('.'))
        {
            var sentence = text[range];
            if (sentence.IsEmpty)
            {
                continue;
            }

            // The reference makes one empty token of a sentence that is nothing but white space.
            if (!PythonWhiteSpace.Split(sentence, tokens))
            {
                tokens.Add([]);
            }

            tokens.EndSentence();
        }
    }
}
