namespace Itdr;

/// <summary>The fixed task description of a subtask: the same for every instance, written before the prompt.</summary>
/// <param name="text">The description; it holds no placeholders, and braces in it are literal.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class InstructionAttribute(string text) : Attribute
{
    /// <summary>The description.</summary>
    public string Text { get; } = text;
}
