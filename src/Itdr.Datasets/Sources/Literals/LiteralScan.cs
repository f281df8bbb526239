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

    private static readonly Func<string> NothingFound = static () => "";

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
    public FileAudit Read(Func<LiteralRow, RecordFault?> take) => Read(take, fields.Count, isWanted: null);

    /// <summary>Hands over every line that can be read, with a part of its fields: texts that nobody looks at are not made.</summary>
    /// <param name="kept">How many fields are kept, the first of them.</param>
    /// <param name="take">Takes a line until the next, or says what is wrong with it.</param>
    /// <returns>The account; it has not been asked yet whether too many rows are bad.</returns>
    /// <exception cref="DatasetException">The file cannot be read.</exception>
    public FileAudit ReadFront(int kept, Func<LiteralRow, RecordFault?> take) => Read(take, kept, isWanted: null);

    /// <summary>Hands over the lines that are wanted, with all their fields.</summary>
    /// <param name="kept">How many fields tell whether a line is wanted, the first of them.</param>
    /// <param name="isWanted">Whether it is.</param>
    /// <param name="take">Takes a line until the next.</param>
    /// <exception cref="DatasetException">The file cannot be read.</exception>
    public void ReadWanted(int kept, Func<LiteralRow, bool> isWanted, Action<LiteralRow> take) => Read(
        row =>
        {
            take(row);
            return null;
        },
        kept,
        isWanted);

    private FileAudit Read(Func<LiteralRow, RecordFault?> take, int kept, Func<LiteralRow, bool>? isWanted)
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
            if ((Refusal(lines, line, row, kept, out var found) ?? Refusal(line, row, isWanted, take, out found)) is { } fault)
            {
                audit.Add(fault, 1, lines.Line, audit.Has(fault) ? null : found());
            }
        }

        context.Progress(file.Name, file.Size, file.Size);
        return audit;
    }

    /// <summary>What is wrong with the form of a line.</summary>
    private RowFault? Refusal(LineReader lines, ReadOnlySpan<byte> line, LiteralRow row, int kept, out Func<string> found)
    {
        found = NothingFound;
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

        if (syntax.Read(line, row, kept) is { } problem)
        {
            var front = $"{problem}; {Front(line)}";
            found = () => front;
            return lines.IsCut ? RowFault.TruncatedLastLine : RowFault.BrokenRecord;
        }

        return null;
    }

    /// <summary>What is wrong with what a line says.</summary>
    private RowFault? Refusal(ReadOnlySpan<byte> line, LiteralRow row, Func<LiteralRow, bool>? isWanted, Func<LiteralRow, RecordFault?> take, out Func<string> found)
    {
        found = NothingFound;
        if (isWanted is not null)
        {
            if (!isWanted(row))
            {
                return null;
            }

            row.Begin(row.Line);
            _ = syntax.Read(line, row, fields.Count);
        }

        if (take(row) is not { } refused)
        {
            return null;
        }

        found = () => row.Found(refused.Column);
        return refused.Fault;
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
