using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>The instance files of one cell, one a split; a split without an instance has no file.</summary>
internal sealed class SplitFiles<TTask, TAnswer>(CellName cell, OutputFolder output) : IDisposable
    where TTask : ISubtask<TTask, TAnswer>
{
    private readonly Dictionary<Split, (FileStream Stream, InstanceWriter<TTask, TAnswer> Writer)> files = [];

    /// <summary>The paths of the files that there are, inside the dataset folder.</summary>
    public IReadOnlyList<string> Paths => [.. files.Keys.Order().Select(PathOf)];

    /// <summary>Writes an instance to the end of its split.</summary>
    public void Write(Split split, Instance<TTask, TAnswer> instance)
    {
        if (!files.TryGetValue(split, out var file))
        {
            var stream = output.CreateFile(PathOf(split));
            files.Add(split, file = (stream, new InstanceWriter<TTask, TAnswer>(stream)));
        }

        file.Writer.Write(instance);
    }

    /// <summary>Hands everything to the file system.</summary>
    public void Complete()
    {
        foreach (var (stream, writer) in files.Values)
        {
            writer.Flush();
            stream.Flush();
        }
    }

    public void Dispose()
    {
        foreach (var (_, writer) in files.Values)
        {
            writer.Dispose();
        }

        OpenFiles.Close(files.Values.Select(static file => file.Stream));
    }

    private string PathOf(Split split) => InstanceFolder.PathOf(new InstanceFileName(cell.Subtask, cell.Source, split));
}
