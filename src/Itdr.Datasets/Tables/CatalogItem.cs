namespace Itdr.Datasets.Tables;

/// <summary>An item as its source describes it, after cleaning.</summary>
/// <param name="Id">The item's key in the source.</param>
/// <param name="Title">The title, cleaned by <see cref="TitleCleaning"/>; empty if the source gives none.</param>
/// <param name="Categories">The categories, as the source names them; empty if it gives none.</param>
internal sealed record CatalogItem(string Id, string Title, IReadOnlyList<string> Categories);
