namespace Itdr.Subtasks;

/// <summary>An item with the rating that a user gave it.</summary>
/// <param name="Item">The item.</param>
/// <param name="Rating">The rating, with as many decimals as it is to be read with; see <see cref="RatingScale.Normalize"/>.</param>
[Fragment("{Item} ({Rating})")]
public sealed record RatedItem(Item Item, decimal Rating);
