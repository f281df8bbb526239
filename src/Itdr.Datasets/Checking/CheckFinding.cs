namespace Itdr.Datasets;

/// <summary>One place where a rule does not hold.</summary>
/// <param name="File">The file, as its path inside the dataset folder.</param>
/// <param name="Line">The line, from 1; null where the whole file is meant.</param>
/// <param name="Problem">What is wrong, as a sentence.</param>
public sealed record CheckFinding(string File, long? Line, string Problem)
{
    /// <summary>The place and the problem.</summary>
    public override string ToString() => Line is { } line ? $"{File}:{line}: {Problem}" : $"{File}: {Problem}";
}
