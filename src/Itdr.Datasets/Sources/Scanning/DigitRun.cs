using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Itdr.Datasets.Sources.Scanning;

/// <summary>Reads runs of ASCII digits, eight at a time: the inner loop of a scan.</summary>
internal static class DigitRun
{
    /// <summary>The most digits of a number, so that it fits into 64 bits whatever the digits are.</summary>
    public const int Most = 18;

    private const int BytesAtOnce = sizeof(ulong);
    private const ulong EveryByte = 0x0101010101010101;

    /// <summary>Reads the digits that stand at a position, and moves the position behind them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">Where to read.</param>
    /// <param name="value">The number; 0 if no digit stands there.</param>
    /// <returns>Whether there are 1 to <see cref="Most"/> digits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Read(ReadOnlySpan<byte> text, ref int position, out ulong value)
    {
        var start = position;
        value = 0;
        if (text.Length - start >= BytesAtOnce)
        {
            var digits = Front(BinaryPrimitives.ReadUInt64LittleEndian(text[start..]), out value);
            position += digits;
            if (digits < BytesAtOnce)
            {
                return digits > 0;
            }
        }

        while (position < text.Length && (uint)(text[position] - '0') is var digit and < 10)
        {
            value = (value * 10) + digit;
            position++;
        }

        return position - start is > 0 and <= Most;
    }

    /// <summary>Counts the digits at the front of eight bytes, and reads them as a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Front(ulong bytes, out ulong value)
    {
        // A byte is a digit if and only if its distance from '0' is below 10; the others get their highest bit set.
        var distances = bytes ^ ('0' * EveryByte);
        var others = (((distances & (0x7F * EveryByte)) + (0x76 * EveryByte)) | distances) & (0x80 * EveryByte);
        var digits = BitOperations.TrailingZeroCount(others) / BytesAtOnce;
        if (digits == 0)
        {
            value = 0;
            return 0;
        }

        // The digits move to the end, so that zeros lead; then neighbours are joined to pairs, quadruples and the whole.
        distances <<= (BytesAtOnce - digits) * 8;
        distances = ((distances * 10) + (distances >> 8)) & 0x00FF00FF00FF00FF;
        distances = ((distances * 100) + (distances >> 16)) & 0x0000FFFF0000FFFF;
        value = ((distances * 10_000) + (distances >> 32)) & 0xFFFFFFFF;
        return digits;
    }
}
