namespace Itdr.Generators.Model;

/// <summary>Where a record is declared.</summary>
/// <param name="Namespace">The namespace, or an empty string for the global one.</param>
/// <param name="Containing">The types around it, the outermost first.</param>
/// <param name="Self">The record itself.</param>
/// <param name="IsPublic">Whether other assemblies see it.</param>
internal sealed record HierarchyModel(string Namespace, EquatableArray<TypeModel> Containing, TypeModel Self, bool IsPublic)
{
    /// <summary>The names from the outermost type to the record, each as an identifier.</summary>
    public IEnumerable<string> TypeNames => [.. Containing.Select(type => type.Name), Self.Name];

    /// <summary>The record as code anywhere names it.</summary>
    public string FullName => "global::" + string.Join(".", Namespace.Length == 0 ? TypeNames : [Namespace, .. TypeNames]);
}

/// <summary>The head of a type's declaration.</summary>
/// <param name="Keyword">What it is: <c>record</c>, <c>record struct</c>, <c>class</c>, …</param>
/// <param name="Name">Its name, as an identifier.</param>
internal sealed record TypeModel(string Keyword, string Name)
{
    /// <summary>Whether it is a value type.</summary>
    public bool IsStruct => Keyword.EndsWith("struct", StringComparison.Ordinal);
}
