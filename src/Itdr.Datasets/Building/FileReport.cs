namespace Itdr.Datasets;

/// <summary>What was read from one file.</summary>
/// <param name="Name">The name of the file.</param>
/// <param name="Rows">Its rows, without a header and empty lines at its end, and with those that were refused.</param>
/// <param name="Refused">The rows that were refused, by reason.</param>
public sealed record FileReport(string Name, long Rows, IReadOnlyList<RefusedRows> Refused);

/// <summary>Rows that were refused for one reason.</summary>
/// <param name="Reason">Why, as a clause: <c>too few fields</c>.</param>
/// <param name="Count">How many rows; at least 1.</param>
/// <param name="File">The name of the file.</param>
/// <param name="Line">The line of the first of them, from 1; a header counts as a line. 0 where no single line is at fault.</param>
/// <param name="IsBad">Whether the rows are broken and count towards the limit; otherwise they are sound and only of no use.</param>
/// <param name="Found">What stands on that line, or an example, as a clause: <c>rating is "9"</c>; null if there is nothing to show.</param>
public sealed record RefusedRows(string Reason, long Count, string File, long Line, bool IsBad, string? Found);
