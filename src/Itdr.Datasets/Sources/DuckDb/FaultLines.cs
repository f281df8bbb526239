using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources.DuckDb;

/// <summary>Finds the lines of the first example of each fault of a delimited file.</summary>
internal sealed class FaultLines
{
    private const char Replacement = '\uFFFD';

    private readonly Dictionary<RowFault, long> first = [];

    /// <summary>Walks through the file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="format">Its form.</param>
    /// <param name="examples">Rows whose fields are at fault, by <see cref="Key"/>.</param>
    public FaultLines(SourceFile file, DelimitedFormat format, IReadOnlyDictionary<string, RowFault> examples)
    {
        foreach (var record in RecordWalker.Walk(file.Path, format))
        {
            var form = FormFault(record, format);
            if (form is { } fault)
            {
                first.TryAdd(fault, record.Line);
            }
            else if (examples.TryGetValue(Key(record.Fields), out var content))
            {
                first.TryAdd(content, record.Line);
            }

            LastLine = record.Line;
            LastFault = form ?? default;
            EndsTruncated = record.IsCut && form is RowFault.TooFewFields or RowFault.BrokenQuotes;
        }
    }

    /// <summary>Whether the file ends in the middle of its last record.</summary>
    public bool EndsTruncated { get; }

    /// <summary>The line on which the last record begins.</summary>
    public long LastLine { get; }

    /// <summary>The fault of the last record, if it has one.</summary>
    public RowFault LastFault { get; }

    /// <summary>The fields of a row as one text.</summary>
    public static string Key(IEnumerable<string> fields) => string.Join('\u001F', fields);

    /// <summary>The line of the first row with a fault; 1 if it cannot be told.</summary>
    public long FirstOf(RowFault fault) => first.GetValueOrDefault(fault, 1);

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
