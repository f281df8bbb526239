namespace Itdr;

/// <summary>Leads from an assembly to the subtasks that it declares; the generator writes it.</summary>
/// <typeparam name="TCatalog">The assembly's catalog.</typeparam>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class SubtaskCatalogAttribute<TCatalog> : SubtaskCatalogAttribute
    where TCatalog : ISubtaskCatalog
{
    /// <inheritdoc/>
    public override IReadOnlyList<SubtaskDescriptor> Subtasks => TCatalog.All;
}
