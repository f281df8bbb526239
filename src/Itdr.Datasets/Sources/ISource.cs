using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources;

/// <summary>A dataset as its publisher ships it.</summary>
internal interface ISource
{
    /// <summary>What is known of the source without its files.</summary>
    SourceInfo Info { get; }

    /// <summary>The folders inside the publisher's archive in which the files may lie.</summary>
    IReadOnlyList<string> ArchiveFolders { get; }

    /// <summary>Reads the tables that are small, and makes the large one ready.</summary>
    /// <param name="folder">Where the files are.</param>
    /// <param name="context">How to read.</param>
    /// <exception cref="DatasetException">A file cannot be read, or too many of its rows cannot.</exception>
    SourceTables Open(SourceFolder folder, ReadContext context);
}
