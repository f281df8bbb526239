namespace Itdr.Subtasks;

/// <summary>One thing that is known of an item.</summary>
/// <param name="Name">What it is: <c>genres</c>.</param>
/// <param name="Value">Its value; several are joined by commas.</param>
[Fragment("{Name}: {Value}")]
public sealed record ItemProperty(string Name, string Value);
