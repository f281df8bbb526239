using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Itdr;

/// <summary>Splits a label into lines in one pass over the text: lines are short, so that a search for each would cost more than it finds.</summary>
internal static class LabelLines
{
    /// <summary>Finds where each line of a text ends, if it has so many and no carriage return.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ends">Where the ends go: the places of the line feeds, and the length of the text.</param>
    public static bool TrySplit(ReadOnlySpan<char> text, Span<int> ends)
    {
        ref var front = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var (at, line) = (0, 0);
        for (; Vector256.IsHardwareAccelerated && at <= text.Length - Vector256<ushort>.Count; at += Vector256<ushort>.Count)
        {
            var units = Vector256.LoadUnsafe(ref front, (nuint)at);
            var breaks = Vector256.Equals(units, Vector256.Create<ushort>('\n')) | Vector256.Equals(units, Vector256.Create<ushort>('\r'));
            for (var bits = breaks.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                if (!TryEnd(text, ends, at + BitOperations.TrailingZeroCount(bits), ref line))
                {
                    return false;
                }
            }
        }

        while (text[at..].IndexOfAny('\r', '\n') is >= 0 and var next)
        {
            if (!TryEnd(text, ends, at + next, ref line))
            {
                return false;
            }

            at += next + 1;
        }

        ends[line] = text.Length;
        return line == ends.Length - 1;
    }

    /// <summary>Notes the end of a line that is not the last one.</summary>
    private static bool TryEnd(ReadOnlySpan<char> text, Span<int> ends, int at, ref int line)
    {
        if (text[at] != '\n' || line >= ends.Length - 1)
        {
            return false;
        }

        ends[line++] = at;
        return true;
    }
}
