namespace Itdr;

/// <summary>
/// The template of a subtask's prompt. <c>{Name}</c>, <c>{Name.Member}</c> and <c>{Name:format}</c> write values,
/// <c>{?Name}…{/Name}</c> is written only when the value is neither null nor empty, <c>{{</c> and <c>}}</c> are literal braces.
/// Several templates, told apart by <see cref="Variant"/>, are wordings of the same subtask.
/// </summary>
/// <param name="template">The template; its line ends become <c>\n</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class PromptAttribute(string template) : Attribute
{
    /// <summary>The template.</summary>
    public string Template { get; } = template;

    /// <summary>The name of this wording, unique within the subtask; null for the wording that is used when none is named.</summary>
    public string? Variant { get; init; }
}
