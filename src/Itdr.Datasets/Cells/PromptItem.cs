using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>How items of a catalogue become items of a prompt.</summary>
internal static class PromptItem
{
    /// <summary>The item by its title alone.</summary>
    public static Item Of(CatalogItem item) => new(item.Title) { Id = item.Id };

    /// <summary>The item with its categories, joined by <c>, </c>.</summary>
    public static Item Listed(CatalogItem item) =>
        new(item.Title, item.Categories.Count == 0 ? null : string.Join(", ", item.Categories)) { Id = item.Id };

    /// <summary>The item with the one who made it, as <c>title by author</c>; by its title alone where nobody is known.</summary>
    public static Item Credited(CatalogItem item) =>
        new(item.PropertyOf("author") is { } author ? $"{item.Title} by {author}" : item.Title) { Id = item.Id };

    /// <summary>The item with its store, or else the last of its categories.</summary>
    public static Item Branded(CatalogItem item) => new(item.Title, item.PropertyOf("store") ?? (item.Categories.Count == 0 ? null : item.Categories[^1])) { Id = item.Id };

    /// <summary>The item with what it is and where, as <c>title [categories, city]</c>.</summary>
    public static Item Placed(CatalogItem item)
    {
        string[] known = [.. item.Categories, .. item.PropertyOf("city") is { } city ? [city] : Array.Empty<string>()];
        return new(known.Length == 0 ? item.Title : $"{item.Title} [{string.Join(", ", known)}]") { Id = item.Id };
    }

    /// <summary>The item with its categories, joined by <c>|</c>.</summary>
    public static Item Tagged(CatalogItem item) =>
        new(item.Title, item.Categories.Count == 0 ? null : string.Join('|', item.Categories)) { Id = item.Id };
}
