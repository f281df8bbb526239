namespace Itdr.Generators;

/// <summary>The names of the generator's steps, by which tests see why each ran.</summary>
internal static class TrackingNames
{
    /// <summary>A declaration's attribute was found and its model read.</summary>
    public const string Declarations = nameof(Declarations);

    /// <summary>Those declarations that have no error.</summary>
    public const string Subtasks = nameof(Subtasks);

    /// <summary>What the catalog needs of one subtask.</summary>
    public const string CatalogEntries = nameof(CatalogEntries);

    /// <summary>The namespace that the catalog stands in.</summary>
    public const string RootNamespace = nameof(RootNamespace);

    /// <summary>What the catalog needs of all subtasks together.</summary>
    public const string Catalog = nameof(Catalog);
}
