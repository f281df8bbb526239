namespace Itdr;

/// <summary>All subtasks that an assembly declares; the generator makes one, named <c>SubtaskCatalog</c>, in the assembly's root namespace.</summary>
public interface ISubtaskCatalog
{
    /// <summary>The subtasks, ordered by id.</summary>
    static abstract IReadOnlyList<SubtaskDescriptor> All { get; }
}
