using System.Data;
using System.Globalization;
using DuckDB.NET.Data;
using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources.DuckDb;

/// <summary>One DuckDB, held to the memory and threads of the build; what does not fit spills to a folder that the build removes.</summary>
internal sealed class DuckSession : IDisposable
{
    private readonly DuckDBConnection connection;
    private readonly CancellationToken cancellation;

    /// <summary>Opens a database.</summary>
    /// <param name="context">How to read.</param>
    /// <param name="isOnDisk">Whether its tables lie in a file in the temporary folder, because they may be larger than memory.</param>
    public DuckSession(ReadContext context, bool isOnDisk = false)
    {
        cancellation = context.Cancellation;
        if (isOnDisk)
        {
            Directory.CreateDirectory(context.TemporaryFolder);
        }

        var database = isOnDisk ? Path.Combine(context.TemporaryFolder, $"tables-{Guid.NewGuid():n}.duckdb") : ":memory:";
        connection = new DuckDBConnection($"DataSource={database}");
        connection.Open();
        Execute($"set memory_limit = '{(context.MemoryLimit / 1_000_000).ToString(CultureInfo.InvariantCulture)}MB'");
        Execute($"set threads = {context.Threads.ToString(CultureInfo.InvariantCulture)}");
        Execute($"set temp_directory = {Text(context.TemporaryFolder)}");
        Execute("set preserve_insertion_order = false");

        // A join must never build its table on the large file, which these two would at times decide.
        Execute("set disabled_optimizers = 'build_side_probe_side,join_order'");
    }

    /// <summary>A text as an SQL literal.</summary>
    public static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Runs a statement that gives no rows.</summary>
    public void Execute(string sql) => Guard(sql, static command => command.ExecuteNonQuery());

    /// <summary>Runs a query and hands over each row while the next are still being read.</summary>
    public void Query(string sql, Action<IDataRecord> row) => Guard(sql, command =>
    {
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            row(reader);
        }

        return 0;
    });

    /// <summary>Takes rows for a table that exists, one by one; they are there when it is closed.</summary>
    public DuckDBAppender Appender(string table) => connection.CreateAppender(table);

    /// <summary>Fills a table that exists.</summary>
    public void Append<T>(string table, IEnumerable<T> rows, Action<IDuckDBAppenderRow, T> fill)
    {
        using var appender = connection.CreateAppender(table);
        foreach (var row in rows)
        {
            var target = appender.CreateRow();
            fill(target, row);
            target.EndRow();
        }
    }

    public void Dispose() => connection.Dispose();

    private void Guard(string sql, Func<DuckDBCommand, int> run)
    {
        cancellation.ThrowIfCancellationRequested();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // No user writes SQL: paths are quoted, and everything else is the code's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var registration = cancellation.Register(command.Cancel);
        try
        {
            run(command);
        }
        catch (DuckDBException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
    }
}
