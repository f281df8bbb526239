namespace Itdr.Subtasks;

/// <summary>An item with a text about it: a user's review, a synopsis.</summary>
/// <param name="Item">The item.</param>
/// <param name="Text">The text, on one line.</param>
[Fragment("{Item}: {Text}")]
public sealed record ItemText(Item Item, string Text);
