using System.Reflection;

namespace Itdr;

/// <summary>Leads from an assembly to the subtasks that it declares.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public abstract class SubtaskCatalogAttribute : Attribute
{
    /// <summary>The subtasks that the assembly declares, ordered by id.</summary>
    public abstract IReadOnlyList<SubtaskDescriptor> Subtasks { get; }

    /// <summary>The subtasks that an assembly declares; none if it declares none.</summary>
    /// <param name="assembly">The assembly.</param>
    public static IReadOnlyList<SubtaskDescriptor> Of(Assembly assembly) =>
        assembly.GetCustomAttribute<SubtaskCatalogAttribute>()?.Subtasks ?? [];
}
