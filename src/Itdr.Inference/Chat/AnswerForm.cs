namespace Itdr.Inference;

/// <summary>The form in which a server is told what an answer may look like.</summary>
public enum AnswerForm
{
    /// <summary>It is not told; the answer is read tolerantly.</summary>
    Free,

    /// <summary>A grammar (GBNF). The answer is the label's own text, which tuned models write best.</summary>
    Grammar,

    /// <summary>A regular expression, likewise.</summary>
    Regex,

    /// <summary>A list of texts where the answer is one of a few, and a grammar for every other answer.</summary>
    Choice,

    /// <summary>A JSON schema; the answer is JSON.</summary>
    JsonSchema,
}
