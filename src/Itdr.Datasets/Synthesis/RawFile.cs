using System.IO.Compression;
using System.Text;

namespace Itdr.Datasets.Synthesis;

/// <summary>
/// A raw text file in the making: an encoding, a line end, and a count of rows. It is compressed if its name ends in
/// <c>.gz</c>, without a time stamp, so that the same rows give the same bytes.
/// </summary>
internal sealed class RawFile : IDisposable
{
    private readonly string name;
    private readonly StreamWriter writer;
    private long rows;

    public RawFile(OutputFolder folder, string name, Encoding encoding, string lineEnd)
    {
        this.name = name;
        writer = new StreamWriter(Open(folder, name), encoding) { NewLine = lineEnd };
    }

    /// <summary>UTF-8 without a byte order mark.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>What was written.</summary>
    public SynthesizedFile Summary => new(name, rows);

    /// <summary>Writes the header, which is not counted as a row.</summary>
    public void Header(string line) => writer.WriteLine(line);

    /// <summary>Writes a row; it may hold line breaks of its own.</summary>
    public void Row(string line)
    {
        writer.WriteLine(line);
        rows++;
    }

    public void Dispose() => writer.Dispose();

    private static Stream Open(OutputFolder folder, string name)
    {
        var file = folder.CreateFile(name);
        return name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Optimal) : file;
    }
}
