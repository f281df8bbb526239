using Itdr.Subtasks;

namespace Itdr.Datasets.Tables;

/// <summary>An item as its source describes it, after cleaning.</summary>
/// <param name="Id">The item's key in the source.</param>
/// <param name="Title">The title, cleaned by <see cref="TitleCleaning"/>; empty if the source gives none.</param>
/// <param name="Categories">The categories, as the source names them; empty if it gives none.</param>
internal sealed record CatalogItem(string Id, string Title, IReadOnlyList<string> Categories)
{
    /// <summary>What else the source says of the item, each on one line, in the order in which a prompt tells it.</summary>
    public IReadOnlyList<ItemProperty> Properties { get; init; } = [];

    /// <summary>The part of the source that the item belongs to, such as its category; empty where the source has no parts.</summary>
    public string Group { get; init; } = "";

    /// <summary>The value of one of <see cref="Properties"/>, or null if the source does not tell it.</summary>
    public string? PropertyOf(string name) => Properties.FirstOrDefault(property => property.Name == name)?.Value;
}
