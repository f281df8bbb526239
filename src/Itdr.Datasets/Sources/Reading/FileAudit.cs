using System.Globalization;

namespace Itdr.Datasets.Sources.Reading;

/// <summary>What was read from one file and what was not, with the line of the first example of each fault.</summary>
internal sealed class FileAudit(SourceFile file)
{
    private readonly SortedDictionary<RowFault, (long Count, long Line)> faults = [];

    /// <summary>The file.</summary>
    public SourceFile File { get; } = file;

    /// <summary>The rows of the file, those that were not taken included and a header left out.</summary>
    public long Rows { get; set; }

    /// <summary>What was not taken: the fault, how many rows, and the line of the first.</summary>
    public IEnumerable<(RowFault Fault, long Count, long Line)> Faults =>
        faults.Select(static pair => (pair.Key, pair.Value.Count, pair.Value.Line));

    /// <summary>Counts rows that were not taken.</summary>
    /// <param name="fault">Why.</param>
    /// <param name="count">How many.</param>
    /// <param name="line">The line of the first of them, from 1.</param>
    public void Add(RowFault fault, long count, long line)
    {
        if (faults.TryGetValue(fault, out var known))
        {
            (count, line) = (count + known.Count, Math.Min(line, known.Line));
        }

        faults[fault] = (count, line);
    }

    /// <summary>Says of one row that was counted as something else that the file ends in the middle of it.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="countedAs">The fault it was counted as.</param>
    public FileAudit WithTruncatedLastLine(long line, RowFault countedAs)
    {
        var (count, first) = faults[countedAs];
        if (count == 1)
        {
            faults.Remove(countedAs);
        }
        else
        {
            faults[countedAs] = (count - 1, first);
        }

        Add(RowFault.TruncatedLastLine, 1, line);
        return this;
    }

    /// <summary>Stops the build if the file has no row, or more bad rows than are allowed.</summary>
    /// <param name="mostBadRows">The fraction of the rows that may be bad, 0 to 1.</param>
    /// <exception cref="DatasetException">It has.</exception>
    public void Require(decimal mostBadRows)
    {
        if (Rows == 0)
        {
            throw new DatasetException($"{File.Path} has no rows; take a whole copy of the file.");
        }

        var bad = faults.Where(static pair => pair.Key.IsBad()).ToList();
        var count = bad.Sum(static pair => pair.Value.Count);
        if (count <= mostBadRows * Rows)
        {
            return;
        }

        var (fault, (_, line)) = bad.MinBy(static pair => pair.Value.Line);
        var counts = Phrase.List(bad.Select(static pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value.Count} × {pair.Key.Text()}")));
        throw new DatasetException(string.Create(
            CultureInfo.InvariantCulture,
            $"{File.Path} line {line}: {fault.Text()}; {count} of {Rows} rows are bad ({counts}), more than the {mostBadRows * 100:0.####} % that --max-bad-rows allows."));
    }

    /// <summary>The audit for the report.</summary>
    public FileReport ToReport() => new(
        File.Name,
        Rows,
        [.. Faults.Select(fault => new RefusedRows(fault.Fault.Text(), fault.Count, File.Name, fault.Line, fault.Fault.IsBad()))]);
}
