namespace Itdr;

/// <summary>
/// Says how a value of this type is written where a template names it. The text is inlined into each subtask that
/// uses the type, so the type itself need not be partial.
/// </summary>
/// <param name="template">The template over the type's own properties.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false, AllowMultiple = true)]
public sealed class FragmentAttribute(string template) : Attribute
{
    /// <summary>The template.</summary>
    public string Template { get; } = template;

    /// <summary>The format that picks this template, as <c>tagged</c> in <c>{Item:tagged}</c>; null for the one without a format.</summary>
    public string? Format { get; init; }
}
