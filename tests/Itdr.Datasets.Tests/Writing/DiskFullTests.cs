using System.Diagnostics;
using Itdr.Datasets.Tests.Building;
using Itdr.Datasets.Tests.Checking;
using Itdr.Datasets.Tests.Sources;
using Itdr.Instances;
using Itdr.Subtasks;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Writing;

/// <summary>A test that mounts a small file system in memory; skipped where nobody may.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    /// <summary>Skips the test unless it runs as root on Linux and a file system can be mounted.</summary>
    public SmallDiskFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            Skip = "Only root on Linux may mount a small file system.";
            return;
        }

        using var folder = new TemporaryFolder();
        Skip = SmallDisk.Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.Path) != 0 ? "No file system may be mounted here." : null;
        if (Skip is null)
        {
            SmallDisk.Run("umount", folder.Path);
        }
    }
}

/// <summary>A full disk: what it leaves and what it says.</summary>
public sealed class DiskFullTests(BuiltDataset built) : IClassFixture<BuiltDataset>
{
    [SmallDiskFact]
    public void A_build_on_a_full_disk_says_so_and_leaves_nothing()
    {
        using var raw = BuiltFolder.Invent(RawFiles.Ml1M);
        using var disk = new SmallDisk("128k");
        var options = new BuildOptions { Sources = [new SourceInput(RawFiles.Ml1M, raw["raw"])], Extra = true, Output = disk["out"] };
        Assert.Equal(Message("build", disk["out"]), Assert.Throws<DatasetException>(() => DatasetBuilder.Build(options)).Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(disk.Path));
    }

    [SmallDiskFact]
    public void An_export_to_a_full_disk_says_so_and_leaves_nothing()
    {
        foreach (var format in DatasetExporter.Formats)
        {
            using var disk = new SmallDisk("32k");
            var options = new ExportOptions { Dataset = built.ByUser, Output = disk["out"], Format = format.Name, Subtasks = new SubtaskSet(SubtaskCatalog.All) };
            Assert.Equal(Message("export", disk["out"]), Assert.Throws<DatasetException>(() => DatasetExporter.Export(options)).Message);
            Assert.Empty(Directory.EnumerateFileSystemEntries(disk.Path));
        }
    }

    [SmallDiskFact]
    public void A_merge_on_a_full_disk_says_so_and_leaves_nothing()
    {
        using var raw = BuiltFolder.Invent(RawFiles.Ml1M);
        using var shards = new TemporaryFolder();
        foreach (var shard in new[] { new BuildShard(0, 2), new BuildShard(1, 2) })
        {
            DatasetBuilder.Build(new BuildOptions { Sources = [new SourceInput(RawFiles.Ml1M, raw["raw"])], Extra = true, Output = shards[$"{shard.Index}"], Shard = shard });
        }

        using var disk = new SmallDisk("128k");
        var options = new MergeOptions { Shards = [shards["0"], shards["1"]], Output = disk["out"] };
        Assert.Equal(Message("merge", disk["out"]), Assert.Throws<DatasetException>(() => DatasetMerger.Merge(options)).Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(disk.Path));
    }

    [SmallDiskFact]
    public void A_synthesis_on_a_full_disk_says_so_and_leaves_nothing()
    {
        using var disk = new SmallDisk("64k");
        var options = new SynthesisOptions { Source = RawFiles.Ml1M, Output = disk["out"] };
        Assert.Equal(Message("synthesis", disk["out"]), Assert.Throws<DatasetException>(() => DatasetSynthesizer.Write(options)).Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(disk.Path));
    }

    [SmallDiskFact]
    public async Task Labels_for_which_a_full_disk_has_no_room_stay_in_the_journal_and_the_folder_is_as_it_was()
    {
        using var raw = BuiltFolder.Invent("steam");
        using var built = BuiltFolder.Of("steam", raw["raw"], static options => options with { Limit = 40, Cells = [new CellName("interest-recognition", "steam")] });
        using var journal = new TemporaryFolder();
        var before = built.Files();
        var used = before.Sum(static file => ((file.Value.Length / 4096) + 2) * 4);
        using var disk = new SmallDisk($"{used + 32}k");
        Copy(before, disk["out"]);
        var options = new LabelOptions { Dataset = disk["out"], Teacher = new OneAnswer(), TeacherName = "one", Subtasks = new SubtaskSet(SubtaskCatalog.All), Journal = journal["journal"] };
        var labelling = await Assert.ThrowsAsync<DatasetException>(() => DatasetLabeler.LabelAsync(options));
        Assert.Equal(Message("labelling", disk["out"]), labelling.Message);
        Assert.Equal(40, File.ReadLines(journal["journal"]).Count());
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllText(Path.Combine(disk["out"], file.Key))));
    }

    private static void Copy(SortedDictionary<string, string> files, string target)
    {
        foreach (var (path, content) in files)
        {
            var copy = Path.Combine(target, path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, content);
        }
    }

    private static string Message(string work, string output) =>
        $"The {work} stopped: the disk that holds {output} has no space left, or no more may be written to it; free some, or name a folder elsewhere.";
}

/// <summary>A teacher that gives every task one long answer.</summary>
internal sealed class OneAnswer : IRecommender
{
    public Task<AnswerResult<TAnswer>> AnswerAsync<TSubtask, TAnswer>(ISubtask<TSubtask, TAnswer> task, CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var text = string.Concat(Enumerable.Repeat("A reader of calm stories. ", 200)).TrimEnd();
        return Task.FromResult(new AnswerResult<TAnswer>(TSubtask.Parse((TSubtask)task, text, ParseOptions.Strict), text));
    }
}

/// <summary>A file system in memory of a few kilobytes.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public SmallDisk(string size) => Assert.Equal(0, Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder.Path));

    public string Path => folder.Path;

    public string this[string relative] => folder[relative];

    public static int Run(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }

    public void Dispose()
    {
        Run("umount", folder.Path);
        folder.Dispose();
    }
}
