using Itdr.Instances;

namespace Itdr.Datasets.Exporting;

/// <summary>Writes training files in one format: rows split by split, then what describes the files.</summary>
internal interface IExporter
{
    /// <summary>The format.</summary>
    ExportFormat Format { get; }

    /// <summary>The name of the file that holds a split.</summary>
    /// <param name="split">The split.</param>
    string FileName(Split split);

    /// <summary>Starts the file of a split.</summary>
    /// <param name="stream">Where its bytes go; the file owns it.</param>
    IExportFile Begin(Stream stream);

    /// <summary>Writes the files that describe the others, if the format has any.</summary>
    /// <param name="folder">Where they go.</param>
    /// <param name="splits">The splits that have rows.</param>
    /// <returns>The names of the files.</returns>
    IReadOnlyList<string> Describe(OutputFolder folder, IReadOnlyList<Split> splits);
}

/// <summary>A training file in the making.</summary>
internal interface IExportFile : IDisposable
{
    /// <summary>Adds a row.</summary>
    /// <param name="row">The row.</param>
    void Write(ExportRow row);

    /// <summary>Ends the file.</summary>
    void Complete();
}

/// <summary>One row as text.</summary>
/// <param name="Instruction">The fixed instruction; empty if there is none or it is not wanted.</param>
/// <param name="Prompt">The prompt.</param>
/// <param name="Label">The label.</param>
internal readonly record struct ExportRow(string Instruction, string Prompt, string Label);
