using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Itdr;

/// <summary>
/// Collects the text of a prompt or a label in a buffer that the caller lends, and in pooled memory beyond it, so
/// that the only allocation is the finished string. Dispose it to give the pooled memory back.
/// </summary>
public ref struct PromptWriter : IDisposable
{
    private Span<char> buffer;
    private char[]? rented;
    private int length;

    /// <summary>Starts with a buffer of the caller's, typically a <c>stackalloc</c>.</summary>
    /// <param name="initial">Memory to write to first; it may be empty.</param>
    public PromptWriter(Span<char> initial) => buffer = initial;

    /// <summary>Starts with pooled memory.</summary>
    internal PromptWriter(int capacity) => buffer = rented = ArrayPool<char>.Shared.Rent(capacity);

    /// <summary>The number of UTF-16 code units written.</summary>
    public readonly int Length => length;

    /// <summary>What was written; valid until the next call that writes.</summary>
    public readonly ReadOnlySpan<char> Written => buffer[..length];

    /// <summary>Writes a string; null writes nothing.</summary>
    /// <param name="value">The text.</param>
    public void Append(string? value) => Append(value.AsSpan());

    /// <summary>Writes text.</summary>
    /// <param name="value">The text.</param>
    public void Append(scoped ReadOnlySpan<char> value)
    {
        if (value.Length > buffer.Length - length)
        {
            Grow(value.Length);
        }

        Copy(value, ref Unsafe.Add(ref MemoryMarshal.GetReference(buffer), length));
        length += value.Length;
    }

    /// <summary>Writes one UTF-16 code unit.</summary>
    /// <param name="value">The code unit.</param>
    public void Append(char value)
    {
        if (length == buffer.Length)
        {
            Grow(1);
        }

        buffer[length++] = value;
    }

    /// <summary>Writes a value in the invariant culture.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="format">A format of <typeparamref name="T"/>, or null for its own.</param>
    /// <exception cref="FormatException"><paramref name="format"/> is not a format of <typeparamref name="T"/>.</exception>
    public void Append<T>(T value, string? format = null)
        where T : ISpanFormattable
    {
        int written;
        while (!value.TryFormat(buffer[length..], out written, format, CultureInfo.InvariantCulture))
        {
            Grow(buffer.Length - length + 1);
        }

        length += written;
    }

    /// <summary>Writes a line break, unless nothing was written since a length that was reached before: what joins the lines of a template.</summary>
    /// <param name="start">The length where the template began.</param>
    public void LineBreak(int start)
    {
        if (length > start)
        {
            Append('\n');
        }
    }

    /// <summary>Makes room for some code units that the caller fills at once.</summary>
    internal Span<char> Next(int count)
    {
        if (count > buffer.Length - length)
        {
            Grow(count);
        }

        length += count;
        return buffer.Slice(length - count, count);
    }

    /// <summary>Takes back everything past a length that was reached before.</summary>
    /// <param name="toLength">The length to return to, at most <see cref="Length"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="toLength"/> is negative or above <see cref="Length"/>.</exception>
    public void Truncate(int toLength)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)toLength, (uint)length);
        length = toLength;
    }

    /// <summary>The text written, as a string.</summary>
    public override readonly string ToString() => new(Written);

    /// <summary>Gives pooled memory back; the writer is empty afterwards and may be used again.</summary>
    public void Dispose()
    {
        var toReturn = rented;
        this = default;
        if (toReturn is not null)
        {
            ArrayPool<char>.Shared.Return(toReturn);
        }
    }

    /// <summary>Copies text to where there is room for it. Titles and literals are short: two vectors that overlap cost less than a call.</summary>
    private static void Copy(scoped ReadOnlySpan<char> text, ref char to)
    {
        ref var source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref var target = ref Unsafe.As<char, ushort>(ref to);
        if (text.Length is >= 16 and <= 32)
        {
            var last = (nuint)text.Length - 16;
            var (front, back) = (Vector256.LoadUnsafe(ref source), Vector256.LoadUnsafe(ref source, last));
            front.StoreUnsafe(ref target);
            back.StoreUnsafe(ref target, last);
        }
        else if (text.Length is >= 8 and < 16)
        {
            var last = (nuint)text.Length - 8;
            var (front, back) = (Vector128.LoadUnsafe(ref source), Vector128.LoadUnsafe(ref source, last));
            front.StoreUnsafe(ref target);
            back.StoreUnsafe(ref target, last);
        }
        else
        {
            text.CopyTo(MemoryMarshal.CreateSpan(ref to, text.Length));
        }
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<char>.Shared.Rent(Math.Max(checked(length + needed), Math.Max(buffer.Length * 2, 256)));
        Written.CopyTo(larger);
        var toReturn = rented;
        buffer = rented = larger;
        if (toReturn is not null)
        {
            ArrayPool<char>.Shared.Return(toReturn);
        }
    }
}
