using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources.Records;

/// <summary>The rows of a text file by id, each id once. Of several rows for an id the one stays whose key has the smallest hash, so their order in the file is of no account.</summary>
/// <typeparam name="T">What a row becomes.</typeparam>
internal sealed class RecordCatalogue<T>
{
    private readonly Dictionary<string, (T Row, ulong Hash)> rows = new(StringComparer.Ordinal);
    private readonly Func<T, string> key;

    /// <summary>Makes an empty catalogue.</summary>
    /// <param name="key">What tells two rows for one id apart.</param>
    public RecordCatalogue(Func<T, string> key)
    {
        this.key = key;
    }

    /// <summary>The rows by id.</summary>
    public IEnumerable<KeyValuePair<string, T>> Rows => rows.Select(static pair => KeyValuePair.Create(pair.Key, pair.Value.Row));

    /// <summary>Takes a row.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="row">The row.</param>
    /// <param name="column">The column of the id.</param>
    /// <param name="fault">What it is called that there is a row for the id already.</param>
    /// <returns>Null, or that there is a row for the id already.</returns>
    public RecordFault? Add(string id, T row, int column, RowFault fault = RowFault.RepeatedId)
    {
        var hash = RowChoice.HashOf(key(row));
        if (rows.TryAdd(id, (row, hash)))
        {
            return null;
        }

        if (hash < rows[id].Hash)
        {
            rows[id] = (row, hash);
        }

        return new RecordFault(fault, column);
    }
}
