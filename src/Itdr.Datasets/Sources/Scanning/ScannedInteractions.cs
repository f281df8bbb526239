using System.Globalization;
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
/// <param name="hash">The sample hash of the source.</param>
/// <param name="context">How to read.</param>
internal sealed class ScannedInteractions(
    SourceFile file, NumericLayout layout, ItemTable items, SampleHash hash, ReadContext context) : IInteractionTable
{
    private const int BytesPerRow = 16;

    public FileAudit? Audit { get; private set; }

    public void Dispose()
    {
        // The file is open only while a sample is taken.
    }

    public UserSample Sample(int users)
    {
        var first = file.RequireHeader(layout.Header);
        var ceiling = new HashCeiling();
        var parser = new NumericRowParser(layout);
        ScanWorker[] workers =
            [.. Enumerable.Range(0, context.Threads).Select(_ => new ScanWorker(parser, items, new UserPool(users, hash, ceiling), file.Size))];
        Scan(workers, first);

        Audit = AuditOf(workers);
        Audit.Require(context.MaxBadRows);
        return new UserSample(Merge(workers, ceiling.Value), ceiling.IsOpen, SumPerItem(workers));
    }

    private void Scan(ScanWorker[] workers, long first)
    {
        using var handle = File.OpenHandle(file.Path, options: FileOptions.RandomAccess);
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
                $"The rows of the sampled users of {file.Name} do not fit into {context.MemoryLimit / 1e6:0.#} MB; raise --memory or lower --limit."));
        }
    }

    private FileAudit AuditOf(ScanWorker[] workers)
    {
        var audit = new FileAudit(file) { Rows = workers.Sum(static worker => worker.Rows) };
        for (var fault = 0; fault < RowFaults.Count; fault++)
        {
            var count = workers.Sum(worker => worker.Faults[fault]);
            if (count > 0)
            {
                audit.Add((RowFault)fault, count, FileSurvey.LineAt(file, workers.Min(worker => worker.FirstFaults[fault])));
            }
        }

        return audit;
    }

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

    /// <summary>Joins the rows that the workers hold of each user below the ceiling; above it a user may be incomplete.</summary>
    private UserHistory[] Merge(ScanWorker[] workers, ulong ceiling)
    {
        var parts = workers
            .SelectMany(static worker => worker.Pool.Users)
            .Where(user => user.Value.Hash < ceiling)
            .GroupBy(static user => user.Key, static user => user.Value)
            .ToArray();
        var users = new UserHistory[parts.Length];
        var next = -1;
        WorkerThreads.Run([.. workers.Select(_ => (Action)MergeSome)]);
        Array.Sort(users, UserHistory.CompareSampled);
        return users;

        void MergeSome()
        {
            for (int index; (index = Interlocked.Increment(ref next)) < parts.Length;)
            {
                var rows = parts[index].SelectMany(static part => part.Rows.ToArray()).ToArray();
                users[index] = UserHistory.FromRows(
                    parts[index].Key.ToString(CultureInfo.InvariantCulture), parts[index].First().Hash, rows);
            }
        }
    }
}
