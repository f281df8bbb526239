namespace Itdr.Cli.Evaluating;

/// <summary>Short names for predictions files.</summary>
internal static class RunNames
{
    /// <summary>The names of the files without their folders and extensions; of those that would share one, the whole paths.</summary>
    /// <exception cref="UsageException">A file is given twice.</exception>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> files)
    {
        if (files.GroupBy(Path.GetFullPath).FirstOrDefault(static group => group.Count() > 1) is { } twice)
        {
            throw new UsageException($"{twice.First()} is given twice; a run cannot be compared with itself.");
        }

        var names = files.Select(Path.GetFileNameWithoutExtension).ToList();
        return [.. files.Select((file, index) => names.Count(name => name == names[index]) == 1 ? names[index]! : file)];
    }
}
