using System.Text.Json;

namespace Itdr.Inference;

/// <summary>
/// Passes on a stream of server-sent events up to one in which the server says that it failed. The OpenAI library
/// overlooks such an event, so a full context would look like a connection that ended.
/// </summary>
/// <param name="inner">The stream.</param>
/// <param name="key">The key, which a server may repeat; or null.</param>
internal sealed class EventErrors(Stream inner, string? key) : Stream
{
    /// <summary>Longer lines are no errors.</summary>
    private const int LongestLine = 1 << 16;

    private readonly List<byte> line = [];
    private ServerSaidException? failure;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        ThrowIfFailed();
        var count = await inner.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        return Watch(buffer.Span[..count]);
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(Span<byte> buffer)
    {
        ThrowIfFailed();
        return Watch(buffer[..inner.Read(buffer)]);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Looks at the lines that bytes complete.</summary>
    /// <returns>How many of the bytes come before a failure.</returns>
    private int Watch(ReadOnlySpan<byte> bytes)
    {
        var start = 0;
        while (bytes[start..].IndexOf((byte)'\n') is >= 0 and var length)
        {
            Keep(bytes.Slice(start, length));
            failure = FailureIn(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(line));
            line.Clear();
            if (failure is not null)
            {
                // What came before is still handed on.
                return start > 0 ? start : throw failure;
            }

            start += length + 1;
        }

        Keep(bytes[start..]);
        return bytes.Length;
    }

    private void Keep(ReadOnlySpan<byte> part) => line.AddRange(part[..Math.Min(part.Length, LongestLine - line.Count)]);

    private void ThrowIfFailed()
    {
        if (failure is not null)
        {
            throw failure;
        }
    }

    /// <summary>The failure that a line tells of: <c>data: {"error":…}</c>, or <c>error: …</c> as older llama-servers have it.</summary>
    private ServerSaidException? FailureIn(ReadOnlySpan<byte> text)
    {
        var isError = text.StartsWith("error:"u8);
        if (!isError && !(text.StartsWith("data:"u8) && text.IndexOf("\"error\""u8) >= 0))
        {
            return null;
        }

        try
        {
            var reader = new Utf8JsonReader(text[(text.IndexOf((byte)':') + 1)..]);
            using var document = JsonDocument.ParseValue(ref reader);
            if (!isError)
            {
                return ServerSaidException.Of(document.RootElement, key);
            }

            using var wrapped = JsonDocument.Parse($$"""{"error":{{document.RootElement.GetRawText()}}}""");
            return ServerSaidException.Of(wrapped.RootElement, key);
        }
        catch (JsonException)
        {
            // No JSON: the library says so itself.
            return null;
        }
    }
}
