using System.Text;
using System.Text.Unicode;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Records;

namespace Itdr.Datasets.Sources.Literals;

/// <summary>Goes through all lines of a file once, each of which is a map of values, and keeps account of those that are not taken.</summary>
/// <param name="file">The file.</param>
/// <param name="fields">The fields that are asked for.</param>
/// <param name="syntax">How its lines are written.</param>
/// <param name="context">How to read.</param>
internal sealed class LiteralScan(SourceFile file, IReadOnlyList<string> fields, ILiteralSyntax syntax, ReadContext context)
{
    private const int MostShown = 256;

    private long emptyLines;
    private long firstEmptyLine;

    /// <summary>The file.</summary>
    public SourceFile File => file;

    /// <summary>A file with a JSON object a line.</summary>
    /// <param name="file">The file.</param>
    /// <param name="fields">The fields; <c>|</c> stands between the spellings of one.</param>
    /// <param name="context">How to read.</param>
    public static LiteralScan OfJson(SourceFile file, IReadOnlyList<string> fields, ReadContext context) => new(file, fields, new JsonSyntax(fields), context);

    /// <summary>A file with a Python dict a line.</summary>
    /// <param name="file">The file.</param>
    /// <param name="fields">The fields.</param>
    /// <param name="context">How to read.</param>
    public static LiteralScan OfPython(SourceFile file, IReadOnlyList<string> fields, ReadContext context) => new(file, fields, new PythonSyntax(fields), context);

    /// <summary>Hands over every line that can be read, in the order of the file.</summary>
    /// <param name="take">Takes a line until the next, or says what is wrong with it.</param>
    /// <returns>The account; it has not been asked yet whether too many rows are bad.</returns>
    /// <exception cref="DatasetException">The file cannot be read.</exception>
    public FileAudit Read(Func<LiteralRow, RecordFault?> take)
    {
        var audit = new FileAudit(file);
        var row = new LiteralRow(fields);
        emptyLines = 0;
        using var lines = new LineReader(file, context);
        while (lines.TryRead(out var line))
        {
            if (line.IsEmpty)
            {
                firstEmptyLine = emptyLines++ == 0 ? lines.Line : firstEmptyLine;
                continue;
            }

            CountEmptyLines(audit);
            audit.Rows++;
            row.Begin(lines.Line);
            if (Refusal(lines, line, row, take, out var found) is { } fault)
            {
                audit.Add(fault, 1, lines.Line, audit.Has(fault) ? null : found());
            }
        }

        context.Progress(file.Name, file.Size, file.Size);
        return audit;
    }

    private RowFault? Refusal(LineReader lines, ReadOnlySpan<byte> line, LiteralRow row, Func<LiteralRow, RecordFault?> take, out Func<string> found)
    {
        found = () => "";
        RowFault? fault = lines.IsTooLong ? RowFault.LineTooLong
            : !Utf8.IsValid(line) ? lines.IsCut ? RowFault.TruncatedLastLine : RowFault.InvalidEncoding
            : line.Contains((byte)0) ? RowFault.HoldsNul
            : null;
        if (fault is not null)
        {
            var front = Front(line);
            found = () => front;
            return fault;
        }

        if (syntax.Read(line, row) is { } problem)
        {
            var front = $"{problem}; {Front(line)}";
            found = () => front;
            return lines.IsCut ? RowFault.TruncatedLastLine : RowFault.BrokenRecord;
        }

        var refused = take(row);
        found = () => row.Found(refused!.Value.Column);
        return refused?.Fault;
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

    private static string Front(ReadOnlySpan<byte> line) => FoundText.Line(Encoding.UTF8.GetString(line[..Math.Min(line.Length, MostShown)]));
}
