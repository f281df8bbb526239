namespace Itdr.Datasets.Tables;

/// <summary>What a user said about an item.</summary>
/// <param name="User">The user's id in the source.</param>
/// <param name="Item">The item's index in its <see cref="ItemTable"/>.</param>
/// <param name="Rating">The rating given with it, on the source's scale; 0 where the source has none.</param>
/// <param name="Helpful">How many people found it helpful; 0 where the source does not say.</param>
/// <param name="Time">The source's time; larger is later.</param>
/// <param name="Text">The text, cleaned to stand on one line.</param>
internal sealed record Review(string User, int Item, float Rating, long Helpful, long Time, string Text);
