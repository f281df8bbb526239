using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources.DuckDb;

/// <summary>Reads a small delimited file, one row an id, whole into memory.</summary>
internal static class CatalogueReader
{
    /// <summary>Reads the rows in the order of all their columns, so that their order in the file is of no account.</summary>
    /// <typeparam name="T">What a row becomes.</typeparam>
    /// <param name="session">The database.</param>
    /// <param name="file">The file; its first column is <c>id</c>.</param>
    /// <param name="format">Its form.</param>
    /// <param name="faults">The <c>when</c> parts that find rows at fault; see <see cref="DelimitedTable.When"/>.</param>
    /// <param name="read">Makes a row of its columns, in which an empty field is an empty text.</param>
    /// <param name="context">How to read.</param>
    /// <returns>The rows by id, each id once, and the audit.</returns>
    public static (Dictionary<string, T> Rows, FileAudit Audit) Read<T>(
        DuckSession session, SourceFile file, DelimitedFormat format, string faults, Func<string[], T> read, ReadContext context)
    {
        var table = new DelimitedTable(session, file, format);
        table.Survey(context.Cancellation);
        context.Progress(file.Name, 0, file.Size);
        var columns = string.Join(", ", format.Columns);
        var repeated = DelimitedTable.When($"row_number() over (partition by id order by {columns}) > 1", RowFault.RepeatedId, column: 0);
        string Judged(string source) => $"select {columns}, case {faults} {repeated} end as fault from {source}";

        var rows = new Dictionary<string, T>(StringComparer.Ordinal);
        var counts = new Dictionary<RowFault, long>();
        var refused = table.Query(
            source => $"select fault, {columns} from ({Judged(source)})",
            record =>
            {
                if (!record.IsDBNull(0))
                {
                    var fault = FieldFault.Of(record.GetInt32(0)).Fault;
                    counts[fault] = counts.GetValueOrDefault(fault) + 1;
                    return;
                }

                string[] fields = [.. Enumerable.Range(1, format.Columns.Count).Select(column => record.IsDBNull(column) ? "" : record.GetString(column))];
                rows.Add(fields[0], read(fields));
            });
        var audit = table.Audit(rows.Count, refused, counts, source => $"select * from ({Judged(source)}) where fault is not null");
        context.Progress(file.Name, file.Size, file.Size);
        return (rows, audit);
    }
}
