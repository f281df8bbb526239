namespace Itdr;

/// <summary>
/// Declares the answer of the enclosing subtask. The template works in both directions: it writes the label of a
/// dataset row, and the parser is its inverse.
/// </summary>
/// <param name="template">The template of the answer's text.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class AnswerAttribute(string template) : Attribute
{
    /// <summary>The template.</summary>
    public string Template { get; } = template;
}
