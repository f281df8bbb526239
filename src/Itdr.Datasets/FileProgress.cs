namespace Itdr.Datasets;

/// <summary>How far the work over the files of a dataset has come.</summary>
/// <param name="File">The file that is worked on.</param>
/// <param name="Done">How many files are done.</param>
/// <param name="Total">How many files there are.</param>
public readonly record struct FileProgress(string File, int Done, int Total);
