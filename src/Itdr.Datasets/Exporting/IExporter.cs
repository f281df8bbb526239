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
    /// <param name="folder">Where it goes.</param>
    /// <param name="split">The split.</param>
    IExportFile Begin(OutputFolder folder, Split split);

    /// <summary>Writes what a trainer needs beside the rows, if anything.</summary>
    /// <param name="folder">Where it goes.</param>
    /// <param name="splits">The splits that have rows.</param>
    /// <param name="longest">The longest row, which a cutoff length must leave whole.</param>
    /// <returns>The names of the files.</returns>
    IReadOnlyList<string> Describe(OutputFolder folder, IReadOnlyList<Split> splits, LongestRow longest);
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
