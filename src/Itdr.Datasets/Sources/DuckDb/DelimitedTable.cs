using System.Globalization;
using DuckDB.NET.Data;
using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources.DuckDb;

/// <summary>
/// A delimited file as rows of text, together with what is wrong with them. DuckDB refuses rows that do not have the form; what
/// their fields hold is judged by an SQL expression, so that an empty number is a fault and never a null or a zero.
/// </summary>
/// <param name="session">The database.</param>
/// <param name="file">The file.</param>
/// <param name="format">Its form.</param>
internal sealed class DelimitedTable(DuckSession session, SourceFile file, DelimitedFormat format)
{
    private const int MostExamples = 1000;
    private const string Rejects = "rejects";

    // One row can give two errors at one place, of which the first counts. A quote that is never closed swallows lines, which all count.
    private const string RefusedLines =
        $"select error, sum(1 + length(text) - length(replace(text, chr(10), '')))::bigint from (select arg_min(error_type::varchar, column_idx) as error, "
        + $"any_value(trim(csv_line, chr(10) || chr(13))) as text from {Rejects} group by line_byte_position) group by error";

    private bool hasEmptyLines;

    /// <summary>The file.</summary>
    public SourceFile File { get; } = file;

    /// <summary>A condition that holds unless a column is a number of one to eighteen digits.</summary>
    public static string NotANumber(string column) => $"({column} is null or not regexp_full_match({column}, '[0-9]{{1,18}}'))";

    /// <summary>A part of a <c>case</c> expression for faults, whose values are <see cref="FieldFault.Code"/>.</summary>
    /// <param name="condition">When a row is at fault.</param>
    /// <param name="fault">What is wrong.</param>
    /// <param name="column">The index of the column at fault.</param>
    public static string When(string condition, RowFault fault, int column) =>
        $"when {condition} then {new FieldFault(fault, column).Code.ToString(CultureInfo.InvariantCulture)} ";

    /// <summary>Looks at the whole file before it is read: takes its hash, checks its header and its line ends.</summary>
    /// <exception cref="DatasetException">It has another header, or mixes line ends.</exception>
    public void Survey(CancellationToken cancellation)
    {
        if (format.Header is not null)
        {
            File.RequireHeader(format.Header);
        }

        else
        {
            File.RequireNoByteOrderMark();
        }

        var survey = FileSurvey.Of(File, cancellation);
        hasEmptyLines = survey.HasEmptyLines;
        if (survey.CarriageReturns > 0 && survey.CarriageReturns != survey.Lines)
        {
            throw new DatasetException(
                $"{File.Label} mixes two kinds of line ends ({survey.CarriageReturns} of {survey.Lines} lines end in CRLF); convert it to one of them.");
        }
    }

    /// <summary>Rows as <c>(select …)</c>, for a query that does not care about rows without the form.</summary>
    public string Rows() => format.ReadCsv(File.Path, rejects: null);

    /// <summary>The rows one by one with their lines; slow, and asked for only where one of them must be found.</summary>
    public IEnumerable<WalkedRecord> Walk() => RecordWalker.Walk(File.Path, format);

    /// <summary>Runs a query over the file and counts the rows that do not have the form.</summary>
    /// <param name="sql">Makes the query from the text that stands for the file.</param>
    /// <param name="row">Takes each row of the result.</param>
    /// <returns>The rows that do not have the form, by fault, as DuckDB names them.</returns>
    public Dictionary<RowFault, long> Query(Func<string, string> sql, Action<System.Data.IDataRecord> row)
    {
        var refused = new Dictionary<RowFault, long>();
        try
        {
            session.Execute($"drop table if exists {Rejects}; drop table if exists {Rejects}_scan");
            session.Query(sql(format.ReadCsv(File.Path, Rejects)), row);
            session.Query(RefusedLines, record => refused[FaultOf(record.GetString(0))] = record.GetInt64(1));
        }
        catch (DuckDBException exception)
        {
            throw Unreadable(exception);
        }

        return refused;
    }

    /// <summary>Makes the audit of a reading: the counts come from DuckDB, the lines from a walk that is made only if there is something to find.</summary>
    /// <param name="taken">The rows that were taken.</param>
    /// <param name="withoutForm">The rows that do not have the form.</param>
    /// <param name="faults">The rows whose fields are at fault.</param>
    /// <param name="faultSql">The query that gives fault and columns of such rows.</param>
    public FileAudit Audit(
        long taken,
        IReadOnlyDictionary<RowFault, long> withoutForm,
        IReadOnlyDictionary<RowFault, long> faults,
        Func<string, string> faultSql)
    {
        var audit = new FileAudit(File) { Rows = taken + withoutForm.Values.Sum() + faults.Values.Sum() };
        if (audit.Rows == taken && !hasEmptyLines)
        {
            return audit;
        }

        var lines = new FaultLines(File, format, faults.Count == 0 ? [] : Examples(faultSql(Rows())));
        foreach (var (fault, count) in withoutForm.Concat(faults))
        {
            var (line, found) = lines.FirstOf(fault);
            audit.Add(fault, count, line, found);
        }

        if (lines.TruncatedAs is { } last && audit.Has(last))
        {
            audit.MoveToTruncatedLastLine(lines.LastLine, last, lines.LastFound);
        }

        if (lines.EmptyLines > 0)
        {
            audit.Rows += lines.EmptyLines;
            audit.Add(RowFault.EmptyLine, lines.EmptyLines, lines.FirstOf(RowFault.EmptyLine).Line, found: null);
        }

        return audit;
    }

    private Dictionary<string, FieldFault> Examples(string sql)
    {
        var examples = new Dictionary<string, FieldFault>(StringComparer.Ordinal);
        var columns = string.Join(", ", format.Columns);
        session.Query(
            $"select distinct fault, {columns} from ({sql}) qualify row_number() over (partition by fault order by {columns}) <= {MostExamples}",
            record => examples.TryAdd(
                FaultLines.Key(Enumerable.Range(1, format.Columns.Count).Select(column => record.IsDBNull(column) ? "" : record.GetString(column))),
                FieldFault.Of(record.GetInt32(0))));
        return examples;
    }

    private DatasetException Unreadable(DuckDBException exception)
    {
        var reason = exception.Message.Split('\n')[0].Trim().TrimEnd('.');
        return exception.Message.Contains("Out of Memory", StringComparison.OrdinalIgnoreCase)
            ? new DatasetException($"{File.Label} does not fit into the memory that the build may use; raise --memory.", exception)
            : exception.Message.Contains("latin-1 encoded", StringComparison.OrdinalIgnoreCase)
            ? new DatasetException($"{File.Label} is not Latin-1 text, which the publisher's file is; take a copy that nothing has converted.", exception)
            : new DatasetException($"{File.Label} cannot be read as delimited text: {reason}.", exception);
    }

    private static RowFault FaultOf(string error) => error switch
    {
        "MISSING COLUMNS" => RowFault.TooFewFields,
        "TOO MANY COLUMNS" => RowFault.TooManyFields,
        "UNQUOTED VALUE" => RowFault.BrokenQuotes,
        "INVALID ENCODING" => RowFault.InvalidEncoding,
        "LINE SIZE OVER MAXIMUM" => RowFault.LineTooLong,
        _ => throw new InvalidOperationException($"DuckDB refused a row for a reason that is not known here: {error}."),
    };
}
