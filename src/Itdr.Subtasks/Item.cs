namespace Itdr.Subtasks;

/// <summary>An item as a model reads it.</summary>
/// <param name="Title">What the item is called; not a key, since two items may share a title.</param>
/// <param name="Tag">What kind of item it is, in the words of its source: genres, a store, a topic. Null if unknown.</param>
[Fragment("{Title}")]
[Fragment("{Title}{?Tag}:{Tag}{/Tag}", Format = "tagged")]
[Fragment("{Title}{?Tag}: {Tag}{/Tag}", Format = "described")]
public sealed record Item(string Title, string? Tag = null)
{
    /// <summary>The key of the item in its source; it travels with the data and no model reads it.</summary>
    [NotRendered]
    public string? Id { get; init; }
}
