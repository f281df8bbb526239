using System.Text;

namespace Itdr.Datasets.Synthesis;

/// <summary>A raw text file in the making: an encoding, a line end, and a count of rows.</summary>
internal sealed class RawFile : IDisposable
{
    private readonly string name;
    private readonly StreamWriter writer;
    private long rows;

    public RawFile(OutputFolder folder, string name, Encoding encoding, string lineEnd)
    {
        this.name = name;
        writer = new StreamWriter(folder.CreateFile(name), encoding) { NewLine = lineEnd };
    }

    /// <summary>What was written.</summary>
    public SynthesizedFile Summary => new(name, rows);

    public void Header(string line) => writer.WriteLine(line);

    public void Row(string line)
    {
        writer.WriteLine(line);
        rows++;
    }

    public void Dispose() => writer.Dispose();
}
