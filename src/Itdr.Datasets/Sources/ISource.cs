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

    /// <summary>The editions of it that may lie in one place, the preferred first; others come after them.</summary>
    IReadOnlyList<string> Editions => [];

    /// <summary>The edition that a file belongs to, by its path; empty for a file that goes with any.</summary>
    string EditionOf(string path) => "";

    /// <summary>Whether the files of one edition say the same of users and items as those of another, as far as they go.</summary>
    bool AreKin(string edition, string other) => false;

    /// <summary>Reads the tables that are small, and makes the large one ready.</summary>
    /// <param name="folder">The files.</param>
    /// <param name="context">How to read.</param>
    /// <exception cref="DatasetException">A file cannot be read, or too many of its rows cannot.</exception>
    SourceTables Open(SourceFolder folder, ReadContext context);
}
