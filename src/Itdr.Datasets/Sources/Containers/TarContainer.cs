using System.Formats.Tar;
using System.Globalization;

namespace Itdr.Datasets.Sources.Containers;

/// <summary>Lists a tar archive, with gzip around it or not. Archives inside it are not followed.</summary>
internal static class TarContainer
{
    /// <summary>The members that are files. With gzip around it the whole archive is read for it.</summary>
    /// <param name="path">Where the archive is.</param>
    /// <param name="prefix">What stands before the members' paths.</param>
    /// <param name="limits">What an archive may hold.</param>
    /// <exception cref="DatasetException">It cannot be read, or is hostile.</exception>
    public static IReadOnlyList<ContainerEntry> Members(string path, string prefix, ContainerLimits limits)
    {
        var members = new List<ContainerEntry>();
        using var archive = Content(path, limits);
        using var reader = new TarReader(archive, leaveOpen: true);
        for (var place = 0; Next(reader, path) is { } entry; place++)
        {
            if (place == limits.MostMembers)
            {
                throw new DatasetException(string.Create(CultureInfo.InvariantCulture, $"{path} has more than {limits.MostMembers} members; take the publisher's archive."));
            }

            var name = MemberName.Require(path, entry.Name);
            if (entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile or TarEntryType.ContiguousFile)
            {
                members.Add(new TarMember(prefix + name, $"{path}: {name}", entry.Length, path, place, limits));
            }
            else if (entry.EntryType is not (TarEntryType.Directory or TarEntryType.GlobalExtendedAttributes or TarEntryType.ExtendedAttributes))
            {
                throw MemberName.IsLink(path, entry.Name);
            }
        }

        return members;
    }

    /// <summary>The bytes of the archive, without the gzip around it.</summary>
    internal static Stream Content(string path, ContainerLimits limits) =>
        path.EndsWith(".tar", StringComparison.OrdinalIgnoreCase) ? File.OpenRead(path) : GzipEntry.Unpack(path, path, limits);

    /// <summary>The next member, or null at the end.</summary>
    internal static TarEntry? Next(TarReader reader, string path)
    {
        try
        {
            return reader.GetNextEntry();
        }
        catch (Exception error) when (error is InvalidDataException or IOException or FormatException)
        {
            throw new DatasetException($"{path} is no whole tar archive: {error.Message.TrimEnd('.')}; take a whole copy of it.", error);
        }
    }
}

/// <summary>A member of a tar archive.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Label">What messages call it.</param>
/// <param name="Size">The bytes of its content.</param>
/// <param name="Archive">Where the archive is.</param>
/// <param name="Place">Its place in the archive.</param>
/// <param name="Limits">What is let through.</param>
internal sealed record TarMember(string Path, string Label, long Size, string Archive, int Place, ContainerLimits Limits) : ContainerEntry(Path, Label, Size)
{
    public override Stream Open()
    {
        var archive = TarContainer.Content(Archive, Limits);
        var reader = new TarReader(archive, leaveOpen: true);
        try
        {
            for (var place = 0; place < Place; place++)
            {
                TarContainer.Next(reader, Archive);
            }

            var content = TarContainer.Next(reader, Archive)!.DataStream ?? Stream.Null;
            return new UnpackingStream(content, Label, Size, Limits, Require, reader, archive);
        }
        catch
        {
            reader.Dispose();
            archive.Dispose();
            throw;
        }
    }

    private void Require(long bytes)
    {
        if (bytes != Size)
        {
            throw new DatasetException(string.Create(
                CultureInfo.InvariantCulture, $"{Label} is cut off after {bytes} of {Size} bytes; take a whole copy of the archive."));
        }
    }
}
