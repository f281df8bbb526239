namespace Itdr.Instances;

/// <summary>An instance file of a dataset folder.</summary>
/// <param name="Name">The cell and the split.</param>
/// <param name="Directory">The dataset folder.</param>
/// <param name="Path">The file's path inside the folder, with forward slashes; messages name it by this.</param>
public sealed record InstanceFile(InstanceFileName Name, string Directory, string Path)
{
    /// <summary>Opens the file as instances of a subtask.</summary>
    /// <typeparam name="TSubtask">The subtask.</typeparam>
    /// <typeparam name="TAnswer">Its answer.</typeparam>
    /// <param name="descriptor">The subtask, whose id must be that of the file.</param>
    /// <exception cref="ArgumentException">The file belongs to another subtask.</exception>
    /// <exception cref="DatasetFormatException">The file does not exist.</exception>
    public InstanceReader<TSubtask, TAnswer> Open<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        if (!string.Equals(descriptor.Id, Name.Subtask, StringComparison.Ordinal))
        {
            throw new ArgumentException($"{Path} holds instances of {Name.Subtask}, not of {descriptor.Id}.", nameof(descriptor));
        }

        return new InstanceReader<TSubtask, TAnswer>(OpenRead(), Path);
    }

    /// <summary>Opens the file as bytes; the caller disposes the stream.</summary>
    /// <exception cref="DatasetFormatException">The file does not exist.</exception>
    public FileStream OpenRead()
    {
        var path = System.IO.Path.Combine(Directory, Path);
        return File.Exists(path)
            ? File.OpenRead(path)
            : throw new DatasetFormatException(Path, "the manifest lists it, but it is missing");
    }
}
