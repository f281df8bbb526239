using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources.Records;

/// <summary>Goes through all records of a text file once and keeps account of those that are not taken.</summary>
/// <param name="file">The file.</param>
/// <param name="layout">Where its fields are.</param>
/// <param name="context">How to read.</param>
internal sealed class RecordScan(SourceFile file, RecordLayout layout, ReadContext context)
{
    private const int RecordsBetweenReports = 1 << 14;

    private long emptyLines;
    private long firstEmptyLine;

    /// <summary>The file.</summary>
    public SourceFile File => file;

    /// <summary>Hands over every record that has the form, in the order of the file.</summary>
    /// <param name="take">Takes a record, or says what is wrong with it.</param>
    /// <returns>The account; it has not been asked yet whether too many rows are bad.</returns>
    public FileAudit Read(Func<Record, RecordFault?> take)
    {
        var audit = new FileAudit(file);
        ReadRecords(take, audit);
        context.Progress(file.Name, file.Size, file.Size);
        return audit;
    }

    private void ReadRecords(Func<Record, RecordFault?> take, FileAudit audit)
    {
        using var stream = new ContentHashStream(file);
        var reader = new RecordReader(stream, layout.Format);
        var record = new Record(reader, layout);
        reader.SkipByteOrderMark();
        var hasMore = reader.Read() && (!layout.HasHeader || reader.Read());
        emptyLines = 0;
        for (var count = 0L; hasMore; count++, hasMore = reader.Read())
        {
            if (count % RecordsBetweenReports == 0)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                context.Progress(file.Name, Math.Min(reader.BytesRead, file.Size), file.Size);
            }

            if (reader.IsEmpty)
            {
                firstEmptyLine = emptyLines++ == 0 ? reader.Line : firstEmptyLine;
                continue;
            }

            CountEmptyLines(audit);
            audit.Rows++;
            if (FaultOf(reader, record, take) is { } fault)
            {
                Refuse(audit, reader, record, fault);
            }
        }
    }

    /// <summary>Empty lines count only where a row follows them.</summary>
    private void CountEmptyLines(FileAudit audit)
    {
        if (emptyLines > 0)
        {
            audit.Rows += emptyLines;
            audit.Add(RowFault.EmptyLine, emptyLines, firstEmptyLine, found: null);
            emptyLines = 0;
        }
    }

    private RecordFault? FaultOf(RecordReader reader, Record record, Func<Record, RecordFault?> take) =>
        reader.Fault is { } form ? new RecordFault(form, -1)
        : reader.Count < layout.FieldCount ? new RecordFault(RowFault.TooFewFields, -1)
        : reader.Count > layout.FieldCount ? new RecordFault(RowFault.TooManyFields, -1)
        : take(record);

    private static void Refuse(FileAudit audit, RecordReader reader, Record record, RecordFault fault)
    {
        var isCut = reader.IsCut && fault.Fault is RowFault.TooFewFields or RowFault.BrokenQuotes or RowFault.NotANumber or RowFault.RatingOffScale or RowFault.TimeOutOfRange;
        var kind = isCut ? RowFault.TruncatedLastLine : fault.Fault;
        var found = audit.Has(kind) ? null
            : fault.Column >= 0 ? record.Found(fault.Column)
            : FoundText.Line(reader.Front());
        audit.Add(kind, 1, reader.Line, found);
    }
}
