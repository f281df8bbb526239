using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Itdr.Datasets.Sources.Containers;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Sources.Containers;

/// <summary>Archives that a test packs itself.</summary>
internal static class Packed
{
    /// <summary>Packs files into a zip archive, in their order.</summary>
    public static string Zip(this TemporaryFolder folder, string name, params (string Name, byte[] Content)[] members)
    {
        using var archive = ZipFile.Open(folder[name], ZipArchiveMode.Create);
        foreach (var (member, content) in members)
        {
            using var stream = archive.CreateEntry(member).Open();
            stream.Write(content);
        }

        return folder[name];
    }

    /// <summary>Packs files into a tar archive, with gzip around it if its name says so.</summary>
    public static string Tar(this TemporaryFolder folder, string name, params (string Name, byte[] Content)[] members)
    {
        using var file = File.Create(folder[name]);
        using Stream content = name.EndsWith(".tar", StringComparison.Ordinal) ? file : new GZipStream(file, CompressionLevel.Fastest);
        using var archive = new TarWriter(content);
        foreach (var (member, bytes) in members)
        {
            archive.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, member) { DataStream = new MemoryStream(bytes) });
        }

        return folder[name];
    }

    /// <summary>Packs one file with gzip.</summary>
    public static string Gzip(this TemporaryFolder folder, string name, byte[] content)
    {
        File.WriteAllBytes(folder[name], Gzipped(content));
        return folder[name];
    }

    /// <summary>Bytes with gzip around them.</summary>
    public static byte[] Gzipped(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }

    /// <summary>A text as bytes.</summary>
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The bytes of an entry, read to the end.</summary>
    public static byte[] ReadToEnd(this ContainerEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>All that a path leads to, by path.</summary>
    public static Dictionary<string, ContainerEntry> Inventory(string path, ContainerLimits? limits = null) =>
        new ContainerInventory(path, limits ?? ContainerLimits.Default).All.ToDictionary(static entry => entry.Path);

    /// <summary>What an archive is refused for when it is listed.</summary>
    public static string Refusal(string path, ContainerLimits? limits = null) =>
        Assert.Throws<DatasetException>(() => Inventory(path, limits)).Message;

    /// <summary>What an entry is refused for when it is read.</summary>
    public static string ReadingFailure(ContainerEntry entry) => Assert.Throws<DatasetException>(() => entry.ReadToEnd()).Message;
}
