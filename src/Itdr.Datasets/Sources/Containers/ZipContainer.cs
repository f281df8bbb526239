using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;

namespace Itdr.Datasets.Sources.Containers;

/// <summary>Lists a zip archive. Archives inside it are not followed.</summary>
internal static class ZipContainer
{
    private const int FileTypeMask = 0xF000;
    private const int SymbolicLink = 0xA000;

    /// <summary>The members that are files.</summary>
    /// <param name="path">Where the archive is.</param>
    /// <param name="prefix">What stands before the members' paths.</param>
    /// <param name="limits">What an archive may hold.</param>
    /// <exception cref="DatasetException">It cannot be read, or is hostile.</exception>
    public static IReadOnlyList<ContainerEntry> Members(string path, string prefix, ContainerLimits limits)
    {
        using var archive = Open(path);
        if (archive.Entries.Count > limits.MostMembers)
        {
            throw new DatasetException(string.Create(CultureInfo.InvariantCulture, $"{path} has {archive.Entries.Count} members, more than {limits.MostMembers}; take the publisher's archive."));
        }

        var members = new List<ContainerEntry>();
        foreach (var entry in archive.Entries)
        {
            var name = MemberName.Require(path, entry.FullName);
            if (((entry.ExternalAttributes >> 16) & FileTypeMask) == SymbolicLink)
            {
                throw MemberName.IsLink(path, entry.FullName);
            }

            if (!name.EndsWith('/'))
            {
                members.Add(new ZipMember(prefix + name, $"{path}: {name}", entry.Length, path, members.Count, limits));
            }
        }

        return members;
    }

    /// <summary>Opens the archive.</summary>
    internal static ZipArchive Open(string path)
    {
        try
        {
            var archive = ZipFile.OpenRead(path);
            _ = archive.Entries;
            return archive;
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new DatasetException($"{path} is no whole zip archive: {error.Message.TrimEnd('.')}; take a whole copy of it.", error);
        }
    }
}

/// <summary>A member of a zip archive.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Label">What messages call it.</param>
/// <param name="Size">The bytes of its content, as the archive has it.</param>
/// <param name="Archive">Where the archive is.</param>
/// <param name="Place">Its place among the files of the archive.</param>
/// <param name="Limits">What is let through.</param>
internal sealed record ZipMember(string Path, string Label, long Size, string Archive, int Place, ContainerLimits Limits) : ContainerEntry(Path, Label, Size)
{
    public override Stream Open()
    {
        var archive = ZipContainer.Open(Archive);
        try
        {
            var entry = archive.Entries.Where(static entry => !entry.FullName.Replace('\\', '/').EndsWith('/')).ElementAt(Place);
            var checksum = new ChecksumStream(entry.Open());
            return new UnpackingStream(checksum, Label, entry.CompressedLength, Limits, bytes => Require(entry, checksum, bytes), archive);
        }
        catch (Exception error) when (error is InvalidDataException or IOException or NotSupportedException)
        {
            archive.Dispose();
            throw new DatasetException($"{Label} cannot be unpacked: {error.Message.TrimEnd('.')}; take a whole copy of the archive.", error);
        }
    }

    private void Require(ZipArchiveEntry entry, ChecksumStream content, long bytes)
    {
        if (bytes != entry.Length || content.Checksum != entry.Crc32)
        {
            throw new DatasetException(string.Create(
                CultureInfo.InvariantCulture, $"{Label} is damaged: the {bytes} bytes that came out are not the {entry.Length} that were packed; take a whole copy of the archive."));
        }
    }

    /// <summary>Takes the CRC-32 of what is read.</summary>
    private sealed class ChecksumStream(Stream content) : ForwardStream(content)
    {
        private readonly Crc32 crc = new();

        public uint Checksum => crc.GetCurrentHashAsUInt32();

        public override int Read(Span<byte> buffer)
        {
            var read = Content.Read(buffer);
            crc.Append(buffer[..read]);
            return read;
        }
    }
}
