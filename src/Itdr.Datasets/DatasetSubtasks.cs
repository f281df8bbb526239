using Itdr.Instances;

namespace Itdr.Datasets;

/// <summary>Finds the subtasks that a dataset folder is made of.</summary>
internal static class DatasetSubtasks
{
    /// <summary>The descriptors of a folder's subtasks, by id.</summary>
    /// <exception cref="DatasetException">One of them is not known.</exception>
    public static Dictionary<string, SubtaskDescriptor> DescriptorsIn(this InstanceFolder dataset, SubtaskSet known)
    {
        var descriptors = new Dictionary<string, SubtaskDescriptor>(StringComparer.Ordinal);
        foreach (var id in dataset.Manifest.Cells.Select(static cell => cell.Subtask).Distinct())
        {
            descriptors[id] = known.TryFind(id, out var descriptor)
                ? descriptor
                : throw new DatasetException($"{dataset.Directory} holds instances of the subtask \"{id}\", which is not known; name the assembly that declares it with --subtasks FILE.dll.");
        }

        return descriptors;
    }
}
