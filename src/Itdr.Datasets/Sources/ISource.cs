using Itdr.Datasets.Sources.Containers;
using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources;

/// <summary>A dataset as its publisher ships it.</summary>
internal interface ISource
{
    /// <summary>What is known of the source without its files.</summary>
    SourceInfo Info { get; }

    /// <summary>The files that it is made of; those that <see cref="Info"/> names, all required, unless the source says otherwise.</summary>
    IReadOnlyList<FileRole> Files => [.. Info.Files.Select(static name => new FileRole(name))];

    /// <summary>Reads the tables that are small, and makes the large one ready.</summary>
    /// <param name="folder">The files.</param>
    /// <param name="context">How to read.</param>
    /// <exception cref="DatasetException">A file cannot be read, or too many of its rows cannot.</exception>
    SourceTables Open(SourceFolder folder, ReadContext context);
}
