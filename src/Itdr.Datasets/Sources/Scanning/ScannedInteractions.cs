using System.Globalization;
using System.Text;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Sources.Scanning;

/// <summary>
/// Interactions in a numeric file, sampled in one pass over its bytes: each thread reads chunks and keeps the rows of the users
/// with the smallest hashes, while the hash of the file is taken beside them.
/// </summary>
/// <param name="file">The file.</param>
/// <param name="layout">Its form.</param>
/// <param name="items">The items that its rows may name.</param>
/// <param name="hash">The sample hash of the source, which knows what stands before the number of a user.</param>
/// <param name="context">How to read.</param>
internal sealed class ScannedInteractions(
    SourceFile file, NumericLayout layout, ItemTable items, SampleHash hash, ReadContext context) : IInteractionTable
{
    /// <summary>A row as it is kept, and once more when the rows of its user are put in order.</summary>
    private const int BytesPerRow = 40;

    private FileAudit? audit;

    public IReadOnlyList<FileAudit> Audits => audit is null ? [] : [audit];

    public void Dispose()
    {
        // The file is open only while a sample is taken.
    }

    public UserSample Sample(int users)
    {
        var first = file.RequireHeader(layout.Header);
        // A packed file is unpacked when its path is asked for, and its size is known only then.
        var path = file.Path;
        var ceiling = new HashCeiling();
        var parser = new NumericRowParser(layout);
        var numbered = new NumberedItems(items, layout.ItemPrefix);
        ScanWorker[] workers =
            [.. Enumerable.Range(0, context.Threads).Select(_ => new ScanWorker(parser, numbered, new UserPool<ulong>(users, hash.Of, ceiling), file.Size))];
        Scan(workers, first, path);

        audit = AuditOf(workers, parser, first);
        audit.Require(context.MaxBadRows);
        var kept = Kept(workers, ceiling.Value);
        var sampled = kept.Count > users ? kept[..users] : kept;
        var histories = Histories(sampled);
        RepeatedRows.Count(audit, histories, items, () => Rows(parser));
        return new UserSample(histories, ceiling.IsOpen && sampled.Count == kept.Count, SumPerItem(workers));
    }

    private void Scan(ScanWorker[] workers, long first, string path)
    {
        using var handle = File.OpenHandle(path, options: FileOptions.RandomAccess);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(context.Cancellation);
        var (next, done) = (-1L, 0L);
        List<Action> work = [.. workers.Select(worker => (Action)(() => ReadChunks(worker)))];
        if (file.Sha256 is null)
        {
            work.Add(() => FileSurvey.Hash(file, failed.Token));
        }

        WorkerThreads.Run(work);

        void ReadChunks(ScanWorker worker)
        {
            try
            {
                for (long from; (from = first + (Interlocked.Increment(ref next) * ScanWorker.ChunkBytes)) < file.Size;)
                {
                    failed.Token.ThrowIfCancellationRequested();
                    var to = Math.Min(file.Size, from + ScanWorker.ChunkBytes);
                    worker.Read(handle, from, to, first);
                    RequireMemory(worker, workers.Length);
                    context.Progress(file.Name, first + Interlocked.Add(ref done, to - from), file.Size);
                }
            }
            catch
            {
                failed.Cancel();
                throw;
            }
        }
    }

    private void RequireMemory(ScanWorker worker, int workers)
    {
        if (worker.Pool.Capacity * BytesPerRow > context.MemoryLimit / workers)
        {
            throw new DatasetException(string.Create(
                CultureInfo.InvariantCulture,
                $"The rows of the sampled users of {file.Name} do not fit into the {context.MemoryLimit / 1e6:0.#} MB that are left for them; raise --memory or lower --limit."));
        }
    }

    private FileAudit AuditOf(ScanWorker[] workers, NumericRowParser parser, long first)
    {
        var emptyAtEnd = workers.Any(static worker => worker.Faults[(int)RowFault.EmptyLine] > 0) ? FileSurvey.EmptyLinesAtEnd(file, first) : 0;
        var audit = new FileAudit(file) { Rows = workers.Sum(static worker => worker.Rows) - emptyAtEnd };
        for (var fault = 0; fault < RowFaults.Count; fault++)
        {
            var count = workers.Sum(worker => worker.Faults[fault]) - (fault == (int)RowFault.EmptyLine ? emptyAtEnd : 0);
            if (count > 0)
            {
                var position = workers.Min(worker => worker.FirstFaults[fault]);
                audit.Add((RowFault)fault, count, FileSurvey.LineAt(file, position), Found((RowFault)fault, position, parser));
            }
        }

        return audit;
    }

    /// <summary>What stands at a fault: the field, if it is one that is wrong, or else the line.</summary>
    private string? Found(RowFault fault, long position, NumericRowParser parser)
    {
        if (fault == RowFault.EmptyLine)
        {
            return null;
        }

        var line = FileSurvey.LineFrom(file, position);
        var column = layout.IndexOf(NumericColumn.Item);
        if (fault is not (RowFault.UnknownItem or RowFault.UntitledItem) && (parser.FaultOf(line, out column) != fault || column < 0))
        {
            return FoundText.Line(Encoding.UTF8.GetString(line));
        }

        return FoundText.Field(layout.NameOf(column), Encoding.UTF8.GetString(parser.FieldOf(line, column)));
    }

    /// <summary>The sound rows with their lines, one after the other; slow, and asked for only where one of them must be found.</summary>
    private IEnumerable<(string User, string Item, long Line)> Rows(NumericRowParser parser)
    {
        var line = 0L;
        foreach (var text in File.ReadLines(file.Path, Encoding.Latin1))
        {
            line++;
            if (parser.Read(Encoding.Latin1.GetBytes(text), out var row) > 0)
            {
                yield return (UserId(row.User), layout.ItemPrefix + row.Item.ToString(CultureInfo.InvariantCulture), line);
            }
        }
    }

    private string UserId(ulong number) => layout.UserPrefix + number.ToString(CultureInfo.InvariantCulture);

    private long[] SumPerItem(ScanWorker[] workers)
    {
        var sums = new long[items.Count];
        foreach (var worker in workers)
        {
            for (var item = 0; item < sums.Length; item++)
            {
                sums[item] += worker.RowsPerItem[item];
            }
        }

        return sums;
    }

    /// <summary>What the workers hold of each user below the ceiling, by hash and then by id; above it a user may be incomplete.</summary>
    private static List<IGrouping<ulong, RowList>> Kept(ScanWorker[] workers, ulong ceiling) =>
    [
        .. workers
            .SelectMany(static worker => worker.Pool.Users)
            .Where(user => user.Value.Hash < ceiling)
            .GroupBy(static user => user.Key, static user => user.Value)
            .OrderBy(static user => user.First().Hash)
            .ThenBy(static user => user.Key),
    ];

    private UserHistory[] Histories(List<IGrouping<ulong, RowList>> users)
    {
        var histories = new UserHistory[users.Count];
        var next = -1;
        WorkerThreads.Run([.. Enumerable.Repeat((Action)MakeSome, context.Threads)]);
        return histories;

        void MakeSome()
        {
            for (int index; (index = Interlocked.Increment(ref next)) < histories.Length;)
            {
                var parts = users[index];
                var rows = new Interaction[parts.Sum(static part => part.Count)];
                var filled = 0;
                foreach (var part in parts)
                {
                    part.Rows.CopyTo(rows.AsSpan(filled));
                    filled += part.Count;
                }

                histories[index] = UserHistory.FromRows(UserId(parts.Key), parts.First().Hash, rows);
            }
        }
    }
}
