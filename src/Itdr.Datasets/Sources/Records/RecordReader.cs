using System.Text;
using System.Text.Unicode;
using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources.Records;

/// <summary>
/// Reads the records of a text file from front to end and knows on which line each begins. It keeps one record in
/// memory; what is wrong with the form of one never reaches beyond it.
/// </summary>
/// <param name="stream">The file; it stays open and belongs to the caller.</param>
/// <param name="format">Its form.</param>
internal sealed class RecordReader(Stream stream, RecordFormat format)
{
    /// <summary>The most bytes that a record may have.</summary>
    public const int MostBytes = 1 << 20;

    private const int MostShown = 200;
    private const byte Quote = (byte)'"';
    private const byte Escape = (byte)'\\';
    private const byte LineFeed = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    private readonly byte[] buffer = new byte[MostBytes + 1];
    private readonly List<FieldPlace> fields = [];
    private readonly byte delimiter = checked((byte)format.Delimiter);
    private Encoding encoding = format.Encoding;
    private int start;
    private int end;
    private bool isEnd;
    private long nextLine = 1;
    private string skipped = "";

    private enum Found
    {
        Record,
        NeedsMore,
        Broken,
    }

    /// <summary>The line on which the record begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The number of fields.</summary>
    public int Count => fields.Count;

    /// <summary>Whether nothing stands between the line ends.</summary>
    public bool IsEmpty => Count == 1 && fields[0] is { Length: 0, IsQuoted: false };

    /// <summary>Whether the file ends in the record, without a line end.</summary>
    public bool IsCut { get; private set; }

    /// <summary>What is wrong with the form of the record, or null.</summary>
    public RowFault? Fault { get; private set; }

    /// <summary>The bytes that have been read so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>Leaves a byte order mark out, if one stands at the front.</summary>
    public void SkipByteOrderMark()
    {
        Fill();
        start += buffer.AsSpan(start, end - start).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
    }

    /// <summary>Goes to the next record.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Read()
    {
        if (start == end)
        {
            Fill();
            if (start == end)
            {
                return false;
            }
        }

        (Line, Fault, IsCut, skipped) = (nextLine, null, false, "");
        var found = Split(out var length);
        while (found == Found.NeedsMore && Fill())
        {
            found = Split(out length);
        }

        if (found == Found.Record)
        {
            Take(length);
        }
        else
        {
            SkipLine();
        }

        return true;
    }

    /// <summary>The bytes of a field as they stand, without the quotes around them.</summary>
    public ReadOnlySpan<byte> Bytes(int field) => buffer.AsSpan(fields[field].Start, fields[field].Length);

    /// <summary>The text of a field.</summary>
    public string Text(int field)
    {
        var text = encoding.GetString(Bytes(field));
        return !fields[field].HasEscapes ? text
            : format.Quotes == QuoteStyle.Doubled ? text.Replace("\"\"", "\"", StringComparison.Ordinal)
            : Unescaped(text);
    }

    /// <summary>Whether a field stands in quotes.</summary>
    public bool IsQuoted(int field) => fields[field].IsQuoted;

    /// <summary>The front of the record as it stands, for a message.</summary>
    public string Front() => fields.Count == 0 ? skipped : encoding.GetString(buffer.AsSpan(fields[0].Start, Math.Min(MostShown, fields[^1].End - fields[0].Start)));

    private static string Unescaped(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            index += text[index] == '\\' && index + 1 < text.Length ? 1 : 0;
            result.Append(text[index]);
        }

        return result.ToString();
    }

    /// <summary>Reads on behind what is kept.</summary>
    /// <returns>Whether there is more to look at: further bytes, or the knowledge that there are none.</returns>
    private bool Fill()
    {
        if (isEnd || (start == 0 && end == buffer.Length))
        {
            return false;
        }

        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        var read = stream.ReadAtLeast(buffer.AsSpan(end), buffer.Length - end, throwOnEndOfStream: false);
        isEnd = end + read < buffer.Length;
        end += read;
        BytesRead += read;
        return true;
    }

    /// <summary>Finds the fields of the record at the front of the buffer, and its length with the line end.</summary>
    private Found Split(out int length)
    {
        fields.Clear();
        var text = buffer.AsSpan(0, end);
        length = 0;
        if (format.Quotes == QuoteStyle.None)
        {
            var lineEnd = text[start..].IndexOf(LineFeed);
            if (lineEnd < 0 && !isEnd)
            {
                return Found.NeedsMore;
            }

            // The fields lie within the line, so no end of the buffer is in their way.
            text = lineEnd < 0 ? text : text[..(start + lineEnd + 1)];
        }

        for (var position = start; ;)
        {
            if (SplitOne(text, position, out position) is { } problem)
            {
                return problem;
            }

            if (position >= text.Length || text[position] != delimiter)
            {
                length = Math.Min(text.Length, position + 1) - start;
                return Found.Record;
            }

            position++;
        }
    }

    /// <summary>Finds the field that begins at a position.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where it begins.</param>
    /// <param name="next">Where the delimiter or line feed behind it stands, or the end of the text.</param>
    private Found? SplitOne(ReadOnlySpan<byte> text, int from, out int next)
    {
        if (format.Quotes != QuoteStyle.None && from < text.Length && text[from] == Quote)
        {
            return SplitQuoted(text, from + 1, out next);
        }

        var length = fields.Count + 1 < format.MostFields ? text[from..].IndexOfAny(delimiter, LineFeed) : text[from..].IndexOf(LineFeed);
        next = length < 0 ? text.Length : from + length;
        if (length < 0 && !isEnd)
        {
            return Found.NeedsMore;
        }

        var isLast = next == text.Length || text[next] == LineFeed;
        var field = isLast ? text[from..next].TrimEnd(CarriageReturn) : text[from..next];
        fields.Add(new FieldPlace(from, field.Length, IsQuoted: false, HasEscapes: false));
        return null;
    }

    private Found? SplitQuoted(ReadOnlySpan<byte> text, int from, out int next)
    {
        var hasEscapes = false;
        for (next = from; next < text.Length;)
        {
            var step = format.Quotes == QuoteStyle.Backslash ? text[next..].IndexOfAny(Quote, Escape) : text[next..].IndexOf(Quote);
            next = step < 0 ? text.Length : next + step;
            if (next >= text.Length - 1 && !isEnd)
            {
                return Found.NeedsMore;
            }

            if (next == text.Length)
            {
                break;
            }

            if (text[next] == Escape)
            {
                hasEscapes = true;
                next += 2;
                continue;
            }

            var behind = text[(next + 1)..];
            if (EndsField(behind))
            {
                fields.Add(new FieldPlace(from, next - from, IsQuoted: true, hasEscapes));
                next += behind is [CarriageReturn, ..] ? 2 : 1;
                return null;
            }

            if (format.Quotes == QuoteStyle.Doubled && behind[0] != Quote)
            {
                return Found.Broken;
            }

            hasEscapes |= format.Quotes == QuoteStyle.Doubled;
            next += format.Quotes == QuoteStyle.Doubled ? 2 : 1;
        }

        return isEnd ? Found.Broken : Found.NeedsMore;
    }

    private bool EndsField(ReadOnlySpan<byte> behind) =>
        behind.IsEmpty || behind[0] == delimiter || behind[0] == LineFeed || behind is [CarriageReturn] or [CarriageReturn, LineFeed, ..];

    private void Take(int length)
    {
        var record = buffer.AsSpan(start, length);
        IsCut = record[^1] != LineFeed;
        nextLine += record.Count(LineFeed);
        start += length;
        encoding = format.Encoding;
        if (encoding is UTF8Encoding && !Utf8.IsValid(record))
        {
            encoding = format.FallsBackToLatin1 ? Encoding.Latin1 : encoding;
            Fault = format.FallsBackToLatin1 ? null : RowFault.InvalidEncoding;
        }
    }

    /// <summary>Gives up a record and goes on with the line after the one on which it begins, however far away that is.</summary>
    private void SkipLine()
    {
        fields.Clear();
        skipped = format.Encoding.GetString(buffer.AsSpan(start, Math.Min(MostShown, end - start)));
        var lineEnd = buffer.AsSpan(start, end - start).IndexOf(LineFeed);
        Fault = lineEnd < 0 && end - start >= MostBytes ? RowFault.LineTooLong : RowFault.BrokenQuotes;
        while (lineEnd < 0 && !isEnd)
        {
            start = end;
            Fill();
            lineEnd = buffer.AsSpan(start, end - start).IndexOf(LineFeed);
        }

        IsCut = lineEnd < 0;
        start = lineEnd < 0 ? end : start + lineEnd + 1;
        nextLine++;
    }

    private readonly record struct FieldPlace(int Start, int Length, bool IsQuoted, bool HasEscapes)
    {
        public int End => Start + Length;
    }
}
