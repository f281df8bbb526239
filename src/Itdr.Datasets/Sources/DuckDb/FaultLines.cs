using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources.DuckDb;

/// <summary>Finds the lines of the first example of each fault of a delimited file.</summary>
internal sealed class FaultLines
{
    private const char Replacement = '\uFFFD';

    private readonly Dictionary<RowFault, (long Line, string? Found)> first = [];

    /// <summary>Walks through the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="format">Its form.</param>
    /// <param name="examples">Rows whose fields are at fault, by <see cref="Key"/>.</param>
    public FaultLines(SourceFile file, DelimitedFormat format, IReadOnlyDictionary<string, FieldFault> examples)
    {
        var (empty, firstEmpty) = (0L, 0L);
        foreach (var record in RecordWalker.Walk(file.Path, format))
        {
            if (record.IsEmpty)
            {
                firstEmpty = empty++ == 0 ? record.Line : firstEmpty;
                continue;
            }

            // Empty lines count only where a row follows them.
            Take(RowFault.EmptyLine, EmptyLines == 0 && empty > 0 ? (firstEmpty, null) : null);
            (EmptyLines, empty) = (EmptyLines + empty, 0);
            var (fault, found) = Judge(record, format, examples);
            Take(fault, (record.Line, found));
            (LastLine, LastFound) = (record.Line, found);
            TruncatedAs = record.IsCut && fault is { } last && CanBeACut(last) ? last : null;
        }
    }

    /// <summary>The empty lines that rows follow.</summary>
    public long EmptyLines { get; }

    /// <summary>The fault that the last record shows because the file ends in the middle of it, or null if it does not.</summary>
    public RowFault? TruncatedAs { get; }

    /// <summary>The line on which the last record begins.</summary>
    public long LastLine { get; }

    /// <summary>What stands there, if the last record has a fault.</summary>
    public string? LastFound { get; }

    /// <summary>The fields of a row as one text.</summary>
    public static string Key(IEnumerable<string> fields) => string.Join('\u001F', fields);

    /// <summary>The line of the first row with a fault, 1 if it cannot be told, and what stands there.</summary>
    public (long Line, string? Found) FirstOf(RowFault fault) => first.GetValueOrDefault(fault, (1, null));

    private static bool CanBeACut(RowFault fault) =>
        fault is RowFault.TooFewFields or RowFault.BrokenQuotes or RowFault.NotANumber or RowFault.RatingOffScale or RowFault.TimeOutOfRange;

    private static (RowFault? Fault, string? Found) Judge(WalkedRecord record, DelimitedFormat format, IReadOnlyDictionary<string, FieldFault> examples)
    {
        if (FormFault(record, format) is { } form)
        {
            return (form, FoundText.Line(string.Join(format.Delimiter, record.Fields)));
        }

        return examples.TryGetValue(Key(record.Fields), out var content)
            ? (content.Fault, FoundText.Field(format.Columns[content.Column], record.Fields[content.Column]))
            : (null, null);
    }

    private void Take(RowFault? fault, (long Line, string? Found)? place)
    {
        if (fault is { } known && place is { } there)
        {
            first.TryAdd(known, there);
        }
    }

    private static RowFault? FormFault(WalkedRecord record, DelimitedFormat format)
    {
        if (record.HasBrokenQuotes)
        {
            return RowFault.BrokenQuotes;
        }

        if (record.Fields.Count != format.Columns.Count)
        {
            return record.Fields.Count < format.Columns.Count ? RowFault.TooFewFields : RowFault.TooManyFields;
        }

        return record.Fields.Any(static field => field.Contains(Replacement, StringComparison.Ordinal)) ? RowFault.InvalidEncoding : null;
    }
}
