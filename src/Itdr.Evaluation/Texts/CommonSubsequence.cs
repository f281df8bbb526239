using System.Numerics;

namespace Itdr.Evaluation;

/// <summary>
/// The longest common subsequence of two token lists by bits (Hyyrö 2004): one word holds 64 columns of a row of the
/// table, a zero bit where the length grows. The table is swept in strips of 64 columns, so memory is linear in the
/// lists and time is rows × columns / 64.
/// </summary>
internal sealed class CommonSubsequence
{
    private const int Strip = 64;

    // To read a subsequence back, rows are kept: all of them up to this many words, else blocks of about √rows.
    private const int MostWords = 1 << 20;

    // For each token the columns of the strip that hold it; all zero between two strips.
    private readonly Scratch<ulong> places = new();
    private readonly Scratch<byte> carries = new();
    private readonly Scratch<ulong> keptRows = new();
    private readonly Scratch<ulong> blockStarts = new();

    /// <summary>The length of the longest common subsequence.</summary>
    /// <param name="rows">One list.</param>
    /// <param name="columns">The other list.</param>
    /// <param name="vocabulary">One more than the largest token.</param>
    public int Length(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, int vocabulary)
    {
        var columnsOf = places.Uncleared(vocabulary);
        var carry = carries.Cleared(rows.Length);
        var length = 0;
        for (var word = 0; word < Words(columns); word++)
        {
            length += BitOperations.PopCount(~Sweep(rows, StripOf(columns, word), ulong.MaxValue, columnsOf, carry, [], 0));
        }

        return length;
    }

    /// <summary>
    /// Reads one longest common subsequence back from the ends of the lists. Where two ways lead back, it goes up a
    /// row if the length grew in the cell's own column, else left a column.
    /// </summary>
    /// <param name="rows">One list.</param>
    /// <param name="columns">The other list.</param>
    /// <param name="vocabulary">One more than the largest token.</param>
    /// <param name="inRows">Set to true for each row of the subsequence; others stay as they are.</param>
    /// <param name="inColumns">Set to true for each column of the subsequence; others stay as they are.</param>
    public void Trace(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, int vocabulary, Span<bool> inRows, Span<bool> inColumns)
    {
        if (rows.IsEmpty || columns.IsEmpty)
        {
            return;
        }

        if (columns.Length <= Strip && rows.Length <= MostWords)
        {
            TraceStrip(rows, columns, vocabulary, inRows, inColumns);
            return;
        }

        var words = Words(columns);
        var blockRows = (long)rows.Length * words <= MostWords ? rows.Length : (int)Math.Ceiling(Math.Sqrt(rows.Length));
        var blocks = (rows.Length + blockRows - 1) / blockRows;
        var starts = SweepToBlockStarts(rows, columns, vocabulary, blockRows, blocks);
        var column = columns.Length;
        for (var block = blocks - 1; block >= 0 && column > 0; block--)
        {
            var first = block * blockRows;
            var part = rows.Slice(first, Math.Min(blockRows, rows.Length - first));
            var kept = keptRows.Uncleared(part.Length * words);
            SweepRows(part, columns, vocabulary, starts.Slice(block * words, words), kept, []);
            TraceBlock(part, columns, kept, inRows[first..], inColumns, ref column);
        }
    }

    private static int Words(ReadOnlySpan<int> columns) => (columns.Length + Strip - 1) / Strip;

    private static ReadOnlySpan<int> StripOf(ReadOnlySpan<int> columns, int word) =>
        columns.Slice(word * Strip, Math.Min(Strip, columns.Length - (word * Strip)));

    private static void TraceBlock(
        ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, ReadOnlySpan<ulong> kept, Span<bool> inRows, Span<bool> inColumns, ref int column)
    {
        var words = Words(columns);
        var row = rows.Length;
        while (row > 0 && column > 0)
        {
            var bits = kept[((row - 1) * words) + ((column - 1) / Strip)];
            if (rows[row - 1] == columns[column - 1])
            {
                inRows[--row] = true;
                inColumns[--column] = true;
            }
            else if ((bits >> ((column - 1) % Strip) & 1) == 0)
            {
                row--;
            }
            else
            {
                column--;
            }
        }
    }

    /// <summary>The same for columns that fit into one word, as most sentences do: nothing is carried and nothing is cut into blocks.</summary>
    private void TraceStrip(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, int vocabulary, Span<bool> inRows, Span<bool> inColumns)
    {
        var columnsOf = places.Uncleared(vocabulary);
        var kept = keptRows.Uncleared(rows.Length);
        Mark(columns, columnsOf);
        var state = ulong.MaxValue;
        for (var row = 0; row < rows.Length; row++)
        {
            var shared = state & columnsOf[rows[row]];
            state = (state + shared) | (state & ~shared);
            kept[row] = state;
        }

        Unmark(columns, columnsOf);
        if (state != ulong.MaxValue)
        {
            var column = columns.Length;
            TraceBlock(rows, columns, kept, inRows, inColumns, ref column);
        }
    }

    private static void Mark(ReadOnlySpan<int> strip, Span<ulong> columnsOf)
    {
        for (var column = 0; column < strip.Length; column++)
        {
            columnsOf[strip[column]] |= 1UL << column;
        }
    }

    private static void Unmark(ReadOnlySpan<int> strip, Span<ulong> columnsOf)
    {
        foreach (var token in strip)
        {
            columnsOf[token] = 0;
        }
    }

    /// <summary>The states of the table above each block of rows.</summary>
    private Span<ulong> SweepToBlockStarts(ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, int vocabulary, int blockRows, int blocks)
    {
        var words = Words(columns);
        var starts = blockStarts.Uncleared(blocks * words);
        starts[..words].Fill(ulong.MaxValue);
        for (var block = 1; block < blocks; block++)
        {
            var part = rows.Slice((block - 1) * blockRows, blockRows);
            SweepRows(part, columns, vocabulary, starts.Slice((block - 1) * words, words), [], starts.Slice(block * words, words));
        }

        return starts;
    }

    /// <summary>Takes all columns through some rows, keeping every row, or the last one, or both.</summary>
    private void SweepRows(
        ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, int vocabulary, ReadOnlySpan<ulong> above, Span<ulong> kept, Span<ulong> below)
    {
        var columnsOf = places.Uncleared(vocabulary);
        var carry = carries.Cleared(rows.Length);
        for (var word = 0; word < above.Length; word++)
        {
            var keep = kept.IsEmpty ? [] : kept[word..];
            var state = Sweep(rows, StripOf(columns, word), above[word], columnsOf, carry, keep, above.Length);
            if (!below.IsEmpty)
            {
                below[word] = state;
            }
        }
    }

    /// <summary>Takes one strip of columns through the rows; each row's carry comes from the strip before and goes to the next.</summary>
    private static ulong Sweep(
        ReadOnlySpan<int> rows, ReadOnlySpan<int> strip, ulong state, Span<ulong> columnsOf, Span<byte> carry, Span<ulong> keep, int stride)
    {
        Mark(strip, columnsOf);
        for (var row = 0; row < rows.Length; row++)
        {
            var shared = state & columnsOf[rows[row]];
            var sum = state + shared;
            var withCarry = sum + carry[row];
            carry[row] = (byte)(sum < state || withCarry < sum ? 1 : 0);
            state = withCarry | (state & ~shared);
            if (!keep.IsEmpty)
            {
                keep[row * stride] = state;
            }
        }

        Unmark(strip, columnsOf);
        return state;
    }
}
