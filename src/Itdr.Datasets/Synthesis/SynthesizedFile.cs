namespace Itdr.Datasets;

/// <summary>A raw file that was invented.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">Its rows, a header not counted.</param>
public sealed record SynthesizedFile(string Name, long Rows);
