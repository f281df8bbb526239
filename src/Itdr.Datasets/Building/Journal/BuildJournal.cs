using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>
/// What a build has finished, kept beside its unfinished files, so that a build that was killed can go on: the options, each
/// finished cell with what became of its users and items, each finished source, and at last that all is written.
/// </summary>
internal sealed class BuildJournal
{
    private const string OptionsFile = "options.json";
    private const string WrittenFile = "written";
    private const string CellPrefix = "cell.";
    private const string SourcePrefix = "source.";

    private readonly OutputFolder output;

    private BuildJournal(OutputFolder output)
    {
        this.output = output;
    }

    /// <summary>Whether all files are written, so that only their names are left to be given.</summary>
    public bool IsWritten => File.Exists(PathOf(WrittenFile));

    /// <summary>Starts to keep a journal, or goes on with one.</summary>
    /// <param name="output">The folder of the build.</param>
    /// <param name="options">The options of the build.</param>
    public static BuildJournal Open(OutputFolder output, IReadOnlyList<JournalOption> options)
    {
        var journal = new BuildJournal(output);
        Directory.CreateDirectory(output.JournalDirectory);
        if (!File.Exists(journal.PathOf(OptionsFile)))
        {
            journal.Write(OptionsFile, options, JournalJson.Default.IReadOnlyListJournalOption);
        }

        return journal;
    }

    /// <summary>Makes sure that a folder holds a killed build with the same options, and touches nothing.</summary>
    /// <exception cref="DatasetException">It does not.</exception>
    public static void RequireResumable(string directory, IReadOnlyList<JournalOption> options)
    {
        if (!OutputFolder.IsUnfinished(directory))
        {
            throw new DatasetException(File.Exists(Path.Combine(directory, DatasetManifest.FileName))
                ? $"The build in {directory} is finished, so there is nothing to resume."
                : $"There is no unfinished build in {directory} to resume; build without --resume.");
        }

        var path = Path.Combine(OutputFolder.Reopen(directory).JournalDirectory, OptionsFile);
        if (Load(path, JournalJson.Default.IReadOnlyListJournalOption) is { } before)
        {
            JournalOptions.RequireSame(before, options, directory);
        }
    }

    /// <summary>The path of a file of the journal.</summary>
    public string PathOf(string name) => Path.Combine(output.JournalDirectory, name);

    /// <summary>Removes what no finished cell or source vouches for, so that it can be made again.</summary>
    public void RemoveUnfinished()
    {
        foreach (var path in Directory.EnumerateFiles(output.JournalDirectory, "*.json").Where(path => !IsWhole(path)).ToList())
        {
            File.Delete(path);
        }

        var finished = Directory.EnumerateFiles(output.JournalDirectory, "*.json").SelectMany(VouchedFor).ToHashSet(StringComparer.Ordinal);
        foreach (var file in output.Files().Where(file => !finished.Contains(file)))
        {
            File.Delete(Path.Combine(output.PartialDirectory, file));
        }
    }

    /// <summary>A cell that was finished before, or null.</summary>
    public CellRecord? FindCell(CellName cell) => Load(PathOf(CellFile(cell)), JournalJson.Default.CellRecord);

    /// <summary>Notes that a cell is finished.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="read">The raw files that were read for it.</param>
    /// <param name="files">Its files in the dataset folder.</param>
    public void FinishCell(CellName cell, IReadOnlyList<RawContent> read, IEnumerable<string> files) => Write(
        CellFile(cell),
        new CellRecord(read, [.. files.Select(Measure)], ManifestFile.Of(output.JournalDirectory, OutcomeFile.NameOf(cell))),
        JournalJson.Default.CellRecord);

    /// <summary>A source that was finished before, with all its cells, or null.</summary>
    /// <param name="source">The name of the source.</param>
    /// <param name="cells">Its cells.</param>
    /// <exception cref="DatasetException">A raw file of it has changed since.</exception>
    public SourceRecord? FindSource(string source, IEnumerable<CellName> cells)
    {
        if (Load(PathOf(SourceFile(source)), JournalJson.Default.SourceRecord) is not { } record)
        {
            return null;
        }

        if (cells.Any(cell => FindCell(cell) is null))
        {
            // One of its cells is to be made again, and what belongs to the source follows from all of them.
            File.Delete(PathOf(SourceFile(source)));
            RemoveUnfinished();
            return null;
        }

        var changed = (Load(PathOf(RawFile(source)), JournalJson.Default.IReadOnlyListRawFileState) ?? []).FirstOrDefault(static state => RawFileState.Of(state.Path) != state);
        return changed is null || IsWritten ? record : throw Changed(changed.Path);
    }

    /// <summary>Notes that a source is finished.</summary>
    /// <param name="source">The name of the source.</param>
    /// <param name="built">What came of it.</param>
    /// <param name="raw">The raw files on the disk.</param>
    /// <param name="files">Its files in the dataset folder that belong to no cell.</param>
    public void FinishSource(string source, BuiltSource built, IEnumerable<RawFileState> raw, IEnumerable<string> files)
    {
        Write(RawFile(source), [.. raw], JournalJson.Default.IReadOnlyListRawFileState);
        Write(SourceFile(source), new SourceRecord(built.Recognised, built.Files, [.. files.Select(Measure)]), JournalJson.Default.SourceRecord);
    }

    /// <summary>Notes that all files are written.</summary>
    public void FinishWriting() => File.WriteAllText(PathOf(WrittenFile), "");

    /// <summary>The error that a raw file is another than the one that was read before; what was finished is kept.</summary>
    public DatasetException Changed(string file)
    {
        output.Keep();
        return new DatasetException(
            $"{file} is not the file that this build read before it was stopped; put that one back, or build anew without --resume.");
    }

    /// <summary>The name of the file that notes a source.</summary>
    public static string SourceFile(string source) => $"{SourcePrefix}{source}.json";

    private static string CellFile(CellName cell) => $"{CellPrefix}{cell.Subtask}.{cell.Source}.json";

    private static string RawFile(string source) => $"raw.{source}.json";

    private static bool AreWhole(string directory, IEnumerable<ManifestFile> files) =>
        files.All(file => File.Exists(Path.Combine(directory, file.Path)) && ManifestFile.Of(directory, file.Path) == file);

    /// <summary>Whether what a record vouches for is there as it was; other files of the journal vouch for nothing.</summary>
    private bool IsWhole(string record)
    {
        var name = Path.GetFileName(record);
        if (name.StartsWith(CellPrefix, StringComparison.Ordinal))
        {
            return Load(record, JournalJson.Default.CellRecord) is { } cell
                && AreWhole(output.PartialDirectory, cell.Files) && AreWhole(output.JournalDirectory, [cell.Outcomes]);
        }

        return !name.StartsWith(SourcePrefix, StringComparison.Ordinal)
            || (Load(record, JournalJson.Default.SourceRecord) is { } source && AreWhole(output.PartialDirectory, source.Files));
    }

    private static IEnumerable<string> VouchedFor(string record)
    {
        var name = Path.GetFileName(record);
        var files = name.StartsWith(CellPrefix, StringComparison.Ordinal) ? Load(record, JournalJson.Default.CellRecord)?.Files
            : name.StartsWith(SourcePrefix, StringComparison.Ordinal) ? Load(record, JournalJson.Default.SourceRecord)?.Files
            : null;
        return (files ?? []).Select(static file => file.Path);
    }

    private static T? Load<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), type);
        }
        catch (JsonException)
        {
            // A record that cannot be read vouches for nothing, so its work is done again.
            return null;
        }
    }

    private ManifestFile Measure(string path) => ManifestFile.Of(output.PartialDirectory, path);

    /// <summary>Writes a record under another name first, so that one that was begun is none.</summary>
    private void Write<T>(string name, T record, JsonTypeInfo<T> type)
    {
        var path = PathOf(name);
        File.WriteAllBytes(path + ".new", JsonSerializer.SerializeToUtf8Bytes(record, type));
        File.Move(path + ".new", path, overwrite: true);
    }
}
