using System.Security.Cryptography;
using System.Text;
using Itdr.Datasets.Sources.Containers;
using Itdr.Instances;

namespace Itdr.Datasets.Labeling;

/// <summary>
/// The answers of teachers, one JSON object a line, appended as they arrive and never changed. An answer is known by
/// the teacher and the user's turn, so a folder that was built again finds the labels that were paid for.
/// </summary>
internal sealed class LabelJournal : IDisposable
{
    private const int FlushEvery = 64;

    private readonly Dictionary<string, JournalEntry> entries = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly FileStream stream;
    private readonly JsonLinesWriter lines;
    private int unflushed;

    private LabelJournal(FileStream stream)
    {
        this.stream = stream;
        lines = new JsonLinesWriter(stream);
    }

    /// <summary>Opens a journal, or begins one. A last line that a killed run left half written is cut off.</summary>
    /// <exception cref="DatasetException">It cannot be opened, or another run has it.</exception>
    /// <exception cref="DatasetFormatException">A line is no entry.</exception>
    public static LabelJournal Open(string path)
    {
        FileStream stream;
        try
        {
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException($"The journal {path} cannot be opened: {error.Message.TrimEnd('.')}; end the other itdr label that uses it, or name another file with --journal.", error);
        }

        var journal = new LabelJournal(stream);
        try
        {
            stream.SetLength(EndOfLastLine(stream));
            journal.Read(path);
            stream.Seek(0, SeekOrigin.End);
            return journal;
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>What an answer is known by.</summary>
    public static string KeyOf(string teacher, string turn) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{teacher}\n{turn}")));

    /// <summary>The entry of a key; null if there is none.</summary>
    public JournalEntry? Find(string key)
    {
        lock (gate)
        {
            return entries.GetValueOrDefault(key);
        }
    }

    /// <summary>Keeps an answer; it is in the file when this returns.</summary>
    public void Append(JournalEntry entry)
    {
        lock (gate)
        {
            entries[entry.Key] = entry;
            entry.Write(lines.Json);
            lines.EndLine();
            lines.Flush();
            // The system keeps what a killed process has written; only for a power cut it must be on the disk as well.
            unflushed = (unflushed + 1) % FlushEvery;
            stream.Flush(flushToDisk: unflushed == 0);
        }
    }

    public void Dispose()
    {
        lines.Dispose();
        if (stream.CanWrite)
        {
            stream.Flush(flushToDisk: true);
        }

        stream.Dispose();
    }

    private void Read(string path)
    {
        stream.Seek(0, SeekOrigin.Begin);
        // The reader closes what it reads from; the journal goes on with its own stream.
        using var reader = new JsonLinesReader(new KeptOpen(stream), path);
        while (reader.Read())
        {
            var entry = JournalEntry.Read(reader);
            entries[entry.Key] = entry;
        }
    }

    private static long EndOfLastLine(FileStream stream)
    {
        const int Block = 4096;
        var buffer = new byte[Block];
        var end = stream.Length;
        while (end > 0)
        {
            var start = Math.Max(0, end - Block);
            stream.Seek(start, SeekOrigin.Begin);
            var block = buffer.AsSpan(0, (int)(end - start));
            stream.ReadExactly(block);
            var found = block.LastIndexOf((byte)'\n');
            if (found >= 0)
            {
                return start + found + 1;
            }

            end = start;
        }

        return 0;
    }

    /// <summary>A stream whose reader may be disposed of without it: the journal goes on writing to what was read.</summary>
    private sealed class KeptOpen(Stream content) : ForwardStream(content, leaveOpen: true)
    {
        public override int Read(Span<byte> buffer) => Content.Read(buffer);
    }
}
