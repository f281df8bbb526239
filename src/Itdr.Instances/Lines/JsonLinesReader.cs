using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;

namespace Itdr.Instances;

/// <summary>Reads a file of one JSON object a line, one line at a time. Every error names the file and the line.</summary>
/// <param name="stream">The bytes; it is disposed with the reader.</param>
/// <param name="file">The name of the file in messages.</param>
public sealed class JsonLinesReader(Stream stream, string file) : IDisposable
{
    private const int MostBytes = 64 * 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { AllowDuplicateProperties = false };

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int start;
    private int end;
    private bool ended;
    private JsonDocument? document;

    /// <summary>The name of the file in messages.</summary>
    public string File { get; } = file;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The object that was read last; valid until the next call of <see cref="Read"/>.</summary>
    public JsonElement Root { get; private set; }

    /// <summary>Reads the next line.</summary>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="DatasetFormatException">The line is not one JSON object.</exception>
    public bool Read()
    {
        document?.Dispose();
        document = null;
        var length = FindLine(out var isTorn);
        if (length < 0)
        {
            return false;
        }

        Line++;
        var line = buffer.AsMemory(start, length);
        start = Math.Min(start + length + 1, end);
        try
        {
            if (!Utf8.IsValid(line.Span))
            {
                throw Error("the line is not valid UTF-8");
            }

            document = JsonDocument.Parse(line, Options);
        }
        catch (JsonException error)
        {
            throw Error(WhyUnreadable(line.Span, isTorn, error), error);
        }
        catch (InvalidOperationException error)
        {
            // The JSON library gives the name of every field when it looks for duplicates, and refuses this one.
            throw Error("the name of a field holds half of a surrogate pair", error);
        }

        Root = document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement
            : throw Error("the line is not a JSON object");
        return true;
    }

    /// <summary>An error about the line that was read last.</summary>
    /// <param name="problem">What is wrong, as a clause without a full stop.</param>
    /// <param name="innerException">What was noticed first, if anything.</param>
    public DatasetFormatException Error(string problem, Exception? innerException = null) => new(File, problem, Line, innerException);

    /// <summary>Closes the stream.</summary>
    public void Dispose()
    {
        document?.Dispose();
        document = null;
        stream.Dispose();
        var toReturn = buffer;
        buffer = [];
        start = end = 0;
        ended = true;
        if (toReturn.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(toReturn);
        }
    }

    private static string WhyUnreadable(ReadOnlySpan<byte> line, bool isTorn, JsonException error)
    {
        if (line.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return "the line begins with a byte order mark; write the file as UTF-8 without one";
        }

        // A field that is there twice is noticed after the parse, at no byte.
        return (line.Length, isTorn, error.BytePositionInLine) switch
        {
            (0, _, _) => "the line is empty",
            (_, _, null) => "a field stands in the line twice",
            (_, true, _) => "the last line is cut off, so the file is not complete",
            (_, _, { } place) => $"the line is not JSON at byte {place + 1}",
        };
    }

    /// <summary>The length of the next line without its line end, or -1 at the end of the file.</summary>
    private int FindLine(out bool isTorn)
    {
        var searched = 0;
        isTorn = false;
        while (true)
        {
            var found = buffer.AsSpan(start + searched, end - start - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                return searched + found;
            }

            searched = end - start;
            if (!ended && Fill())
            {
                continue;
            }

            isTorn = searched > 0;
            return searched > 0 ? searched : -1;
        }
    }

    /// <summary>Reads more bytes behind those that are there; false at the end of the file.</summary>
    private bool Fill()
    {
        var kept = end - start;
        if (kept == buffer.Length)
        {
            Grow();
        }
        else
        {
            buffer.AsSpan(start, kept).CopyTo(buffer);
        }

        start = 0;
        end = kept;
        var read = stream.Read(buffer.AsSpan(end));
        end += read;
        ended = read == 0;
        return !ended;
    }

    private void Grow()
    {
        if (buffer.Length >= MostBytes)
        {
            // Nothing behind such a line is a line that anybody wrote.
            start = end;
            ended = true;
            throw new DatasetFormatException(File, $"the line is longer than {MostBytes / 1024 / 1024} MiB", Line + 1);
        }

        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.AsSpan(start, end - start).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
