using System.IO.Compression;
using System.Text;
using Itdr.Testing;

namespace Itdr.Datasets.Tests.Synthesis;

/// <summary>The invented files of one source, for the tests that look at their bytes.</summary>
public abstract class InventedFiles : IDisposable
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly TemporaryFolder folder = new();

    /// <summary>Invents the files of a source for 120 people.</summary>
    protected InventedFiles(string source) =>
        DatasetSynthesizer.Write(new SynthesisOptions { Source = source, Output = folder["raw"], Users = 120 });

    public IEnumerable<string> Names => folder.Entries("raw").Where(static entry => !entry.EndsWith('/'));

    public byte[] Bytes(string name) => File.ReadAllBytes(folder[$"raw/{name}"]);

    /// <summary>The bytes as characters of the same numbers, so that a pattern matches bytes.</summary>
    public string Latin1(string name) => Encoding.Latin1.GetString(Bytes(name));

    /// <summary>The text of a file, which must be valid UTF-8; a compressed file is unpacked.</summary>
    public string Text(string name)
    {
        using var file = File.OpenRead(folder[$"raw/{name}"]);
        using Stream content = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(content, Strict, detectEncodingFromByteOrderMarks: false);
        return reader.ReadToEnd();
    }

    /// <summary>The lines of a file that ends with a line end, split at that line end alone.</summary>
    public IReadOnlyList<string> Lines(string name, string lineEnd = "\n")
    {
        var text = Text(name);
        Assert.EndsWith(lineEnd, text, StringComparison.Ordinal);
        return text[..^lineEnd.Length].Split(lineEnd);
    }

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
