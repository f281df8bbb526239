using System.Security.Cryptography;
using System.Text;
using Itdr.Datasets.Sources.Containers;

namespace Itdr.Datasets.Sources.Reading;

/// <summary>
/// A file of a source that is there and is not empty. One that is packed is unpacked into the temporary folder of the build
/// when its path is asked for; one that is read from front to end need not be.
/// </summary>
internal sealed class SourceFile
{
    private const int MostHeaderBytes = 4096;
    private const int BufferBytes = 1 << 20;

    private readonly ContainerEntry entry;
    private readonly string temporaryFolder;
    private readonly CancellationToken cancellation;
    private string? path;

    private SourceFile(ContainerEntry entry, string temporaryFolder, CancellationToken cancellation)
    {
        this.entry = entry;
        this.temporaryFolder = temporaryFolder;
        this.cancellation = cancellation;
        path = entry.PlainPath;
        Size = entry.Size;
        Name = entry.Name;
    }

    /// <summary>Where its content lies as a plain file; a packed one is unpacked first.</summary>
    /// <exception cref="DatasetException">It cannot be unpacked.</exception>
    public string Path => path ??= Unpacked();

    /// <summary>What messages call it: its path, or the archive's and its own in it.</summary>
    public string Label => entry.Label;

    /// <summary>The name in the report: without folders, unless two files of the source have one name.</summary>
    public string Name { get; init; }

    /// <summary>The number of bytes of the content; of a gzip file that was not read yet, those of the file.</summary>
    public long Size { get; private set; }

    /// <summary>SHA-256 of the content in lower-case hexadecimal, however it is packed; set when the file has been read.</summary>
    public string? Sha256 { get; set; }

    /// <summary>Makes sure that the file of a role is there and holds something.</summary>
    /// <param name="folder">The files of the source.</param>
    /// <param name="role">The role, of which there is one file.</param>
    /// <param name="context">How to read.</param>
    /// <exception cref="DatasetException">It is empty or cannot be opened.</exception>
    public static SourceFile Open(SourceFolder folder, string role, ReadContext context) => Open(folder.EntryOf(role), context);

    /// <summary>Opens all files of a role, in the order of their paths.</summary>
    /// <exception cref="DatasetException">One is empty or cannot be opened.</exception>
    public static IReadOnlyList<SourceFile> OpenAll(SourceFolder folder, string role, ReadContext context)
    {
        var entries = folder.EntriesOf(role);
        var names = entries.CountBy(static entry => entry.Name).ToDictionary(static pair => pair.Key, static pair => pair.Value);
        return [.. entries.Select(entry => Open(entry, context, names[entry.Name] > 1 ? entry.Path : entry.Name))];
    }

    /// <summary>Makes sure that a file is there and holds something.</summary>
    /// <param name="entry">The file.</param>
    /// <param name="context">How to read.</param>
    /// <param name="name">The name in the report, or null for its own.</param>
    /// <exception cref="DatasetException">It is empty or cannot be opened.</exception>
    public static SourceFile Open(ContainerEntry entry, ReadContext context, string? name = null)
    {
        var file = new SourceFile(entry, context.TemporaryFolder, context.Cancellation) { Name = name ?? entry.Name };
        using var stream = file.OpenRead();
        if (stream.ReadByte() < 0)
        {
            throw new DatasetException($"{file.Label} is empty; take a whole copy of the file.");
        }

        return file;
    }

    /// <summary>Opens the content for one reading from front to end; a packed file is unpacked on the way.</summary>
    /// <exception cref="DatasetException">It cannot be opened; reading on may tell the same.</exception>
    public Stream OpenRead()
    {
        try
        {
            return path is null ? entry.Open() : File.OpenRead(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"{Label} cannot be opened: {exception.Message}", exception);
        }
    }

    /// <summary>Keeps what a reading of the whole content found.</summary>
    /// <param name="size">The number of bytes.</param>
    /// <param name="sha256">Their hash in lower-case hexadecimal.</param>
    public void SetContent(long size, string sha256) => (Size, Sha256) = (size, sha256);

    /// <summary>The first line without its line end and a byte order mark; no more of it than 4,096 bytes.</summary>
    public string FirstLine()
    {
        using var stream = OpenRead();
        return FrontLine(stream).Line;
    }

    /// <summary>Whether the content is text in UTF-8.</summary>
    public bool IsUtf8()
    {
        using var reader = new StreamReader(OpenRead(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
        var buffer = new char[MostHeaderBytes];
        try
        {
            while (reader.Read(buffer) > 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    /// <summary>Makes sure that no byte order mark stands at the front, for it would become a part of the first field.</summary>
    /// <exception cref="DatasetException">One stands there.</exception>
    public void RequireNoByteOrderMark()
    {
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.Preamble.Length];
        using var stream = OpenRead();
        if (bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)].SequenceEqual(Encoding.UTF8.Preamble))
        {
            throw new DatasetException($"{Label} line 1: a byte order mark stands before the first row, which the publisher's file does not have; take a copy that nothing has converted.");
        }
    }

    /// <summary>Makes sure that the first line is the header that the format has; a byte order mark may stand before it.</summary>
    /// <param name="header">The header, without a line end.</param>
    /// <exception cref="DatasetException">Another line stands there.</exception>
    /// <returns>The number of bytes of the byte order mark, the header and its line end.</returns>
    public int RequireHeader(string header)
    {
        using var stream = OpenRead();
        var (line, length) = FrontLine(stream);
        if (line != header)
        {
            throw new DatasetException($"{Label} line 1: expected the header \"{header}\", found \"{Tables.TitleCleaning.LineBreaksToSpaces(line[..Math.Min(line.Length, 80)])}\".");
        }

        return length;
    }

    private static (string Line, int Length) FrontLine(Stream stream)
    {
        Span<byte> bytes = stackalloc byte[MostHeaderBytes];
        bytes = bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        var mark = bytes.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var end = bytes.IndexOf((byte)'\n');
        var line = bytes[mark..(end < 0 ? bytes.Length : end)].TrimEnd((byte)'\r');
        return (Encoding.UTF8.GetString(line), end < 0 ? bytes.Length : end + 1);
    }

    /// <summary>Unpacks the content and takes its hash on the way.</summary>
    private string Unpacked()
    {
        Directory.CreateDirectory(temporaryFolder);
        var target = System.IO.Path.Combine(temporaryFolder, $"unpacked-{Guid.NewGuid():n}");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var content = entry.Open();
        using var output = new FileStream(target, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        var buffer = new byte[BufferBytes];
        for (int read; (read = content.Read(buffer)) > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            hash.AppendData(buffer, 0, read);
            output.Write(buffer, 0, read);
        }

        SetContent(output.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
        return target;
    }
}
