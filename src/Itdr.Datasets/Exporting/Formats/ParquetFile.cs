using Itdr.Datasets.Sources.DuckDb;
using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Exporting;

/// <summary>
/// A Parquet file, written by DuckDB: <c>id</c>, <c>subtask</c>, <c>source</c>, and the three columns of alpaca. Rows wait in
/// the database, which spills beside the file, since Parquet is written column by column.
/// </summary>
internal sealed class ParquetFile : IExportFile
{
    private const string Spill = ".spill";
    private const long Memory = 512_000_000;
    private const int Batch = 1024;

    private readonly string path;
    private readonly string spill;
    private readonly DuckSession session;
    private readonly List<ExportRow> waiting = new(Batch);
    private long written;

    /// <summary>Starts a file.</summary>
    /// <param name="folder">Where it goes.</param>
    /// <param name="name">What it is called.</param>
    public ParquetFile(OutputFolder folder, string name)
    {
        path = Path.Combine(folder.PartialDirectory, name);
        spill = Path.Combine(folder.PartialDirectory, Spill);

        // One thread, so that the same rows give the same row groups and bytes.
        session = new DuckSession(new ReadContext(0, Memory, Threads: 1, 0, spill, static (_, _, _) => { }, CancellationToken.None));
        session.Execute("create table rows (place bigint, id varchar, subtask varchar, source varchar, instruction varchar, input varchar, output varchar)");
    }

    public void Write(ExportRow row)
    {
        waiting.Add(row);
        if (waiting.Count == Batch)
        {
            Append();
        }
    }

    public void Complete()
    {
        Append();
        session.Execute(
            $"copy (select id, subtask, source, instruction, input, output from rows order by place) to {DuckSession.Text(path)} (format parquet, compression zstd, row_group_size 20480)");
    }

    public void Dispose()
    {
        session.Dispose();
        if (Directory.Exists(spill))
        {
            Directory.Delete(spill, recursive: true);
        }
    }

    private void Append()
    {
        session.Append("rows", waiting, (target, row) => target
            .AppendValue(written++)
            .AppendValue(row.Id)
            .AppendValue(row.Subtask)
            .AppendValue(row.Source)
            .AppendValue(row.Instruction.Length > 0 ? row.Instruction : row.Prompt)
            .AppendValue(row.Instruction.Length > 0 ? row.Prompt : "")
            .AppendValue(row.Label));
        waiting.Clear();
    }
}
