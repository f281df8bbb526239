using System.Text;

namespace Itdr.Datasets.Sources.DuckDb;

/// <summary>The form of a text file with one record a line and delimited fields.</summary>
/// <param name="Delimiter">What stands between two fields.</param>
/// <param name="Quote">What may stand around a field, doubled inside it; null where there is no quoting.</param>
/// <param name="Encoding">The encoding: UTF-8 or Latin-1.</param>
/// <param name="Header">The first line, or null where there is none.</param>
/// <param name="Columns">The names of the fields.</param>
internal sealed record DelimitedFormat(
    string Delimiter, char? Quote, Encoding Encoding, string? Header, IReadOnlyList<string> Columns)
{
    /// <summary>The <c>read_csv</c> call for a file, with every column as text.</summary>
    /// <param name="path">The file.</param>
    /// <param name="rejects">The table that takes the rows that do not have the form, or null to skip them.</param>
    public string ReadCsv(string path, string? rejects)
    {
        var quote = DuckSession.Text(Quote?.ToString() ?? "");
        var columns = string.Join(", ", Columns.Select(static column => $"'{column}': 'VARCHAR'"));
        var encoding = Encoding.IsSingleByte ? "latin-1" : "utf-8";
        var faulty = rejects is null
            ? "ignore_errors = true"
            : $"store_rejects = true, rejects_limit = 0, rejects_table = '{rejects}', rejects_scan = '{rejects}_scan'";
        return $"read_csv({DuckSession.Text(path)}, auto_detect = false, header = {(Header is null ? "false" : "true")}, "
            + $"delim = {DuckSession.Text(Delimiter)}, quote = {quote}, escape = {quote}, encoding = '{encoding}', "
            + $"columns = {{{columns}}}, {faulty})";
    }
}
