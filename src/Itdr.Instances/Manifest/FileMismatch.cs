namespace Itdr.Instances;

/// <summary>A file of a dataset folder that is not what the manifest says.</summary>
/// <param name="Path">The file's path inside the folder.</param>
/// <param name="Problem">What is wrong, as a clause that follows the path.</param>
public sealed record FileMismatch(string Path, string Problem);
