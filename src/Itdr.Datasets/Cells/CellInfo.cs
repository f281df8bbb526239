namespace Itdr.Datasets;

/// <summary>A cell that can be made, for lists and help.</summary>
/// <param name="Name">The subtask and the source.</param>
/// <param name="IsExtra">Whether it is outside the paper's cells and only made when asked for.</param>
/// <param name="Description">Who is eligible and what an instance is, in one sentence.</param>
/// <param name="Settings">The thresholds with their defaults.</param>
public sealed record CellInfo(CellName Name, bool IsExtra, string Description, IReadOnlyList<CellSettingInfo> Settings);

/// <summary>A threshold of a cell.</summary>
/// <param name="Name">Its name in <c>--set CELL.NAME=VALUE</c>.</param>
/// <param name="Default">Its default.</param>
/// <param name="Minimum">The least value it may have.</param>
/// <param name="Maximum">The greatest value it may have.</param>
/// <param name="IsWhole">Whether it must be a whole number.</param>
/// <param name="Meaning">What it is, as a clause.</param>
public sealed record CellSettingInfo(string Name, decimal Default, decimal Minimum, decimal Maximum, bool IsWhole, string Meaning);
