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

    private static string Message(string work, string output) =>
        $"The {work} stopped: the disk that holds {output} has no space left, or no more may be written to it; free some, or name a folder elsewhere.";
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
