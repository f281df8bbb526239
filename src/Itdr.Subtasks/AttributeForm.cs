namespace Itdr.Subtasks;

/// <summary>How an attribute of a user is to be written.</summary>
/// <param name="Name">The attribute, as the answer names it: <c>gender</c>.</param>
/// <param name="Form">Its values, or what they look like: <c>F or M</c>.</param>
[Fragment("{Name}: {Form}")]
public sealed record AttributeForm(string Name, string Form);
