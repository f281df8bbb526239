namespace Itdr.Inference;

/// <summary>The user's turn of a call.</summary>
/// <param name="Text">The whole turn, as plain text: control text in it stays text.</param>
/// <param name="SharedLength">How much of its front other calls share, such as the instruction, in UTF-16 code units; 0 if unknown.</param>
public readonly record struct EnginePrompt(string Text, int SharedLength = 0)
{
    /// <summary>
    /// Makes what stands around the turn, earlier turns of a chat for instance; null for the engine's own frame. It is
    /// called on the engine's thread, so it may use the engine's tokenizer.
    /// </summary>
    public Func<PromptFrame>? Frame { get; init; }

    /// <summary>A turn that shares nothing that is known.</summary>
    /// <param name="text">The whole turn.</param>
    public static implicit operator EnginePrompt(string text) => new(text);

    /// <summary>A turn that shares nothing that is known.</summary>
    /// <param name="text">The whole turn.</param>
    public static EnginePrompt FromString(string text) => new(text);
}
