using System.Text;

namespace Itdr.Datasets.Sources.DuckDb;

/// <summary>A record of a delimited file, and whether it is whole.</summary>
/// <param name="Line">The line on which it begins, from 1.</param>
/// <param name="Fields">Its fields, without quotes.</param>
/// <param name="HasBrokenQuotes">Whether a quote is not closed, or something follows a closed one.</param>
/// <param name="IsCut">Whether the file ends in it without a line end.</param>
/// <param name="IsEmpty">Whether nothing stands between its line ends; it is no row then.</param>
internal sealed record WalkedRecord(long Line, IReadOnlyList<string> Fields, bool HasBrokenQuotes, bool IsCut, bool IsEmpty);

/// <summary>
/// Walks through a delimited file record by record and knows on which line each begins. It is slow and serves to say
/// where a bad row stands; DuckDB, which reads the rows, counts lines wrongly when fields hold line breaks.
/// </summary>
internal sealed class RecordWalker(TextReader text, DelimitedFormat format)
{
    private readonly StringBuilder field = new();
    private List<string> fields = [];
    private long line = 1;
    private bool inQuotes;
    private bool wasQuoted;
    private bool broken;

    /// <summary>All records but the header, empty lines among them.</summary>
    public static IEnumerable<WalkedRecord> Walk(string path, DelimitedFormat format)
    {
        using var text = new StreamReader(path, format.Encoding);
        foreach (var record in new RecordWalker(text, format).Records().Skip(format.Header is null ? 0 : 1))
        {
            yield return record;
        }
    }

    private IEnumerable<WalkedRecord> Records()
    {
        var begin = line;
        var last = '\n';
        for (int read; (read = text.Read()) >= 0;)
        {
            var character = last = (char)read;
            if (character == '\n')
            {
                line++;
            }

            if (character == '\n' && !inQuotes)
            {
                yield return End(begin, isCut: false);
                begin = line;
                continue;
            }

            Take(character);
        }

        broken |= inQuotes;
        yield return End(begin, isCut: last != '\n');
    }

    private void Take(char character)
    {
        if (character == format.Quote)
        {
            TakeQuote();
            return;
        }

        if (!inQuotes && character == format.Delimiter[^1] && EndsWithDelimiterSoFar())
        {
            field.Length -= format.Delimiter.Length - 1;
            EndField();
            return;
        }

        broken |= wasQuoted && !inQuotes && character != '\r' && !format.Delimiter.Contains(character, StringComparison.Ordinal);
        field.Append(character);
    }

    private void TakeQuote()
    {
        if (inQuotes)
        {
            inQuotes = false;
        }
        else if (wasQuoted)
        {
            // The second of a doubled quote, so the field goes on.
            field.Append(format.Quote);
            inQuotes = true;
        }
        else if (field.Length == 0)
        {
            inQuotes = wasQuoted = true;
        }
        else
        {
            field.Append(format.Quote);
        }
    }

    private bool EndsWithDelimiterSoFar()
    {
        var before = format.Delimiter.AsSpan(0, format.Delimiter.Length - 1);
        return field.Length >= before.Length && field.ToString(field.Length - before.Length, before.Length).AsSpan().SequenceEqual(before);
    }

    private void EndField()
    {
        fields.Add(field.ToString());
        field.Clear();
        wasQuoted = false;
    }

    private WalkedRecord End(long begin, bool isCut)
    {
        if (field.Length > 0 && field[^1] == '\r' && !inQuotes)
        {
            field.Length--;
        }

        var isEmpty = fields.Count == 0 && field.Length == 0 && !wasQuoted;
        EndField();
        var record = new WalkedRecord(begin, fields, broken, isCut, isEmpty);
        fields = [];
        broken = inQuotes = false;
        return record;
    }
}
