namespace Itdr;

/// <summary>Says how a value of a type that this assembly does not own is written where a template names it.</summary>
/// <typeparam name="T">The type to be written.</typeparam>
/// <param name="template">The template over the type's public properties.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class FragmentAttribute<T>(string template) : Attribute
{
    /// <summary>The template.</summary>
    public string Template { get; } = template;

    /// <summary>The format that picks this template; null for the one without a format.</summary>
    public string? Format { get; init; }
}
