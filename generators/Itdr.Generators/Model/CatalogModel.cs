namespace Itdr.Generators.Model;

/// <summary>The catalog of an assembly.</summary>
/// <param name="Namespace">The namespace it stands in, or an empty string for the global one.</param>
/// <param name="Entries">The subtasks, ordered by id.</param>
internal sealed record CatalogModel(string Namespace, EquatableArray<CatalogEntry> Entries);

/// <summary>A subtask in a catalog.</summary>
/// <param name="Id">Its id.</param>
/// <param name="TypeName">The record, as generated code names it.</param>
internal sealed record CatalogEntry(string Id, string TypeName);
