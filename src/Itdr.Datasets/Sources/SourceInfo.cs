namespace Itdr.Datasets;

/// <summary>A dataset that can be read, for lists and help.</summary>
/// <param name="Name">The name of the source on the command line and in files: <c>movielens-1m</c>.</param>
/// <param name="Title">What its publisher calls it.</param>
/// <param name="Files">The files that must be there, as the publisher names them.</param>
/// <param name="Description">What it holds, in one sentence.</param>
/// <param name="Licence">What its publisher allows, in one sentence.</param>
/// <param name="Address">Where its publisher offers it.</param>
public sealed record SourceInfo(
    string Name,
    string Title,
    IReadOnlyList<string> Files,
    string Description,
    string Licence,
    string Address);
