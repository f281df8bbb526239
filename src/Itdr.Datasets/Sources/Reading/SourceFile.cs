using System.Text;

namespace Itdr.Datasets.Sources.Reading;

/// <summary>A file of a source that is there and is not empty.</summary>
internal sealed class SourceFile
{
    private const int MostHeaderBytes = 4096;

    private SourceFile(string path, long size)
    {
        Path = path;
        Size = size;
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The name without the folder.</summary>
    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>The number of bytes.</summary>
    public long Size { get; }

    /// <summary>SHA-256 in lower-case hexadecimal; set when the file has been read.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Makes sure that a file is there and holds something.</summary>
    /// <param name="folder">The folder of the source.</param>
    /// <param name="name">The name of the file.</param>
    /// <exception cref="DatasetException">It is empty or cannot be opened.</exception>
    public static SourceFile Open(SourceFolder folder, string name)
    {
        var path = folder.PathOf(name);
        try
        {
            using var stream = File.OpenRead(path);
            return stream.Length > 0
                ? new SourceFile(path, stream.Length)
                : throw new DatasetException($"{path} is empty; take a whole copy of the file.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{path} cannot be opened: {exception.Message}", exception);
        }
    }

    /// <summary>Makes sure that no byte order mark stands at the front, for it would become a part of the first field.</summary>
    /// <exception cref="DatasetException">One stands there.</exception>
    public void RequireNoByteOrderMark()
    {
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.Preamble.Length];
        using var stream = File.OpenRead(Path);
        if (bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)].SequenceEqual(Encoding.UTF8.Preamble))
        {
            throw new DatasetException($"{Path} line 1: a byte order mark stands before the first row, which the publisher's file does not have; take a copy that nothing has converted.");
        }
    }

    /// <summary>Makes sure that the first line is the header that the format has; a byte order mark may stand before it.</summary>
    /// <param name="header">The header, without a line end.</param>
    /// <exception cref="DatasetException">Another line stands there.</exception>
    /// <returns>The number of bytes of the byte order mark, the header and its line end.</returns>
    public int RequireHeader(string header)
    {
        Span<byte> bytes = stackalloc byte[MostHeaderBytes];
        using var stream = File.OpenRead(Path);
        bytes = bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        var mark = bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var end = bytes.IndexOf((byte)'\n');
        var line = bytes[mark..(end < 0 ? bytes.Length : end)].TrimEnd((byte)'\r');
        if (!line.SequenceEqual(Encoding.UTF8.GetBytes(header)))
        {
            var found = Encoding.UTF8.GetString(line[..Math.Min(line.Length, 80)]);
            throw new DatasetException($"{Path} line 1: expected the header \"{header}\", found \"{Tables.TitleCleaning.LineBreaksToSpaces(found)}\".");
        }

        return end < 0 ? bytes.Length : end + 1;
    }
}
