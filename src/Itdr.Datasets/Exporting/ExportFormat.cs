namespace Itdr.Datasets;

/// <summary>A format that training files can have.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="Description">What it is and who reads it.</param>
public sealed record ExportFormat(string Name, string Description);
