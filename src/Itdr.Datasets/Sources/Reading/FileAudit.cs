using System.Globalization;

namespace Itdr.Datasets.Sources.Reading;

/// <summary>What was read from one file and what was not, with the line of the first example of each fault.</summary>
internal sealed class FileAudit(SourceFile file)
{
    private readonly SortedDictionary<RowFault, (long Count, long Line, string? Found)> faults = [];

    /// <summary>The file.</summary>
    public SourceFile File { get; } = file;

    /// <summary>The rows of the file, those that were not taken included and a header left out.</summary>
    public long Rows { get; set; }

    /// <summary>What was not taken: the fault, how many rows, and of the first the line and what stands there.</summary>
    public IEnumerable<(RowFault Fault, long Count, long Line, string? Found)> Faults =>
        faults.Select(static pair => (pair.Key, pair.Value.Count, pair.Value.Line, pair.Value.Found));

    /// <summary>Counts rows that were not taken.</summary>
    /// <param name="fault">Why.</param>
    /// <param name="count">How many.</param>
    /// <param name="line">The line of the first of them, from 1.</param>
    /// <param name="found">What stands there, as a clause, or null if there is nothing to show.</param>
    public void Add(RowFault fault, long count, long line, string? found)
    {
        if (faults.TryGetValue(fault, out var known))
        {
            count += known.Count;
            (line, found) = line <= known.Line ? (line, found) : (known.Line, known.Found);
        }

        faults[fault] = (count, line, found);
    }

    /// <summary>Counts rows that were not taken, in place of what was counted for a smaller sample.</summary>
    public void Set(RowFault fault, long count, long line, string? found) => faults[fault] = (count, line, found);

    /// <summary>Says of one row that was counted as something else that the file ends in the middle of it.</summary>
    /// <param name="line">Its line.</param>
    /// <param name="countedAs">The fault it was counted as.</param>
    /// <param name="found">What stands there, as a clause.</param>
    public void MoveToTruncatedLastLine(long line, RowFault countedAs, string? found)
    {
        var known = faults[countedAs];
        if (known.Count == 1)
        {
            faults.Remove(countedAs);
        }
        else
        {
            faults[countedAs] = known with { Count = known.Count - 1 };
        }

        Add(RowFault.TruncatedLastLine, 1, line, found);
    }

    /// <summary>Whether any row was counted with a fault.</summary>
    public bool Has(RowFault fault) => faults.ContainsKey(fault);

    /// <summary>Stops the build if the file has no row, or more bad rows than are allowed.</summary>
    /// <param name="mostBadRows">The fraction of the rows that may be bad, 0 to 1.</param>
    /// <exception cref="DatasetException">It has.</exception>
    public void Require(decimal mostBadRows)
    {
        if (Rows == 0)
        {
            throw new DatasetException($"{File.Label} has no rows; take a whole copy of the file.");
        }

        var bad = faults.Where(static pair => pair.Key.IsBad()).ToList();
        var count = bad.Sum(static pair => pair.Value.Count);
        if (count <= mostBadRows * Rows)
        {
            return;
        }

        var (fault, (_, line, found)) = bad.MinBy(static pair => pair.Value.Line);
        var counts = Phrase.List(bad.Select(static pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value.Count} × {pair.Key.Text()}")));
        throw new DatasetException(string.Create(
            CultureInfo.InvariantCulture,
            $"{File.Label} line {line}: {fault.Text()}{(found is null ? "" : $" ({found})")}; {count} of {Rows} rows are bad ({counts}), more than the {mostBadRows * 100:0.####} % that --max-bad-rows allows."));
    }

    /// <summary>The audit for the report.</summary>
    public FileReport ToReport() => new(
        File.Name,
        Rows,
        [.. Faults.Select(fault => new RefusedRows(fault.Fault.Text(), fault.Count, File.Name, fault.Line, fault.Fault.IsBad(), fault.Found))]);
}
