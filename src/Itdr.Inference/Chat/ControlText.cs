namespace Itdr.Inference;

/// <summary>
/// What becomes of control text of chat templates, such as <c>&lt;|im_end|&gt;</c>, that a prompt holds. Servers
/// tokenize it wherever it stands, so a title could end the user's turn.
/// </summary>
public enum ControlText
{
    /// <summary>A space behind its first character makes it plain text. In the answer it is put together again, so titles are found.</summary>
    Break,

    /// <summary>It is sent as it is, for servers that do not tokenize it in messages.</summary>
    Keep,

    /// <summary>The task is not asked.</summary>
    Refuse,
}
