namespace Itdr.Inference;

/// <summary>
/// What a candidate's log-likelihood is divided by before candidates are compared. <see cref="Sum"/> is the
/// model's own probability and favours short texts; the others are heuristics against that.
/// </summary>
public enum ScoreNormalization
{
    /// <summary>Nothing: the log-likelihood of the text and of what ends it.</summary>
    Sum,

    /// <summary>The number of tokens, what ends the text among them.</summary>
    Tokens,

    /// <summary>The number of UTF-8 bytes of the text.</summary>
    Bytes,

    /// <summary>The number of characters of the text, as Unicode scalar values.</summary>
    Characters,
}
