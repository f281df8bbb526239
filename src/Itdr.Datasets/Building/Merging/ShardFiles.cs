namespace Itdr.Datasets.Building;

/// <summary>What a shard holds besides its part of the dataset, so that shards can be merged: outcomes and what was read.</summary>
internal static class ShardFiles
{
    /// <summary>The folder of these files inside a shard.</summary>
    public const string Folder = "shard";

    /// <summary>Takes them over from the journal.</summary>
    public static void Write(OutputFolder output, IReadOnlyList<BuiltSource> sources)
    {
        foreach (var source in sources)
        {
            Copy(output, BuildJournal.SourceFile(source.Info.Name));
            foreach (var cell in source.Cells)
            {
                Copy(output, OutcomeFile.NameOf(cell.Name));
            }
        }
    }

    private static void Copy(OutputFolder output, string name)
    {
        using var from = File.OpenRead(Path.Combine(output.JournalDirectory, name));
        using var to = output.CreateFile($"{Folder}/{name}");
        from.CopyTo(to);
    }
}
