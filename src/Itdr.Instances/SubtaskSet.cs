using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Itdr.Instances;

/// <summary>The subtasks that a tool knows, by id: those of one assembly, or of several.</summary>
public sealed class SubtaskSet : IReadOnlyCollection<SubtaskDescriptor>
{
    private readonly SortedDictionary<string, SubtaskDescriptor> byId = new(StringComparer.Ordinal);

    /// <summary>Collects subtasks.</summary>
    /// <param name="catalogs">The subtasks of each assembly, such as its <c>SubtaskCatalog.All</c>.</param>
    /// <exception cref="ArgumentException">Two different subtasks have the same id.</exception>
    public SubtaskSet(params ReadOnlySpan<IReadOnlyList<SubtaskDescriptor>> catalogs)
    {
        foreach (var catalog in catalogs)
        {
            foreach (var descriptor in catalog)
            {
                Add(descriptor);
            }
        }
    }

    /// <summary>The number of subtasks.</summary>
    public int Count => byId.Count;

    /// <summary>Finds a subtask.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="descriptor">The subtask.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryFind(string id, [NotNullWhen(true)] out SubtaskDescriptor? descriptor) => byId.TryGetValue(id, out descriptor);

    /// <summary>The subtasks, by id.</summary>
    public IEnumerator<SubtaskDescriptor> GetEnumerator() => byId.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Add(SubtaskDescriptor descriptor)
    {
        if (!byId.TryAdd(descriptor.Id, descriptor))
        {
            throw new ArgumentException($"Two subtasks have the id {descriptor.Id}: {byId[descriptor.Id].TaskType.FullName} and {descriptor.TaskType.FullName}.");
        }
    }
}
