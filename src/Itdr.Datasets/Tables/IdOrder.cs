using System.Buffers.Binary;
using System.Globalization;

namespace Itdr.Datasets.Tables;

/// <summary>
/// The one order of ids, of users and of items: numbers by value before everything else, the rest by ordinal
/// comparison. Numbers are texts of one to eighteen digits; two spellings of one number are ordered by their text.
/// </summary>
internal sealed class IdOrder : IComparer<string>
{
    private const int MostDigits = 18;
    private const ulong BehindNumbers = 1UL << 63;

    // UTF-16 puts characters beyond U+FFFF, which UTF-8 begins with F0 to F4, before U+E000 and what follows, EE and EF.
    private const byte FirstAfterSurrogates = 0xEE;
    private const byte FirstOfFour = 0xF0;

    public static IdOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var left = Number(x);
        var right = Number(y);
        if (left != right)
        {
            return left.CompareTo(right);
        }

        return string.CompareOrdinal(x, y);
    }

    /// <summary>The order of the numbers of some ids.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="numbers">Numbers of ids, which are put into the order of their ids.</param>
    public static void Sort(IdSet ids, Span<int> numbers)
    {
        var keys = new ulong[numbers.Length];
        for (var place = 0; place < keys.Length; place++)
        {
            keys[place] = Key(ids[numbers[place]]);
        }

        keys.AsSpan().Sort(numbers);
        for (int first = 0, end; first < keys.Length; first = end)
        {
            end = first + 1;
            while (end < keys.Length && keys[end] == keys[first])
            {
                end++;
            }

            // Equal keys: texts with one front, or spellings of one number.
            numbers[first..end].Sort((left, right) => CompareOrdinal(ids[left], ids[right]));
        }
    }

    /// <summary>A number that stands in the order of ids, as far as it tells them apart.</summary>
    private static ulong Key(ReadOnlySpan<byte> id)
    {
        if (id.Length is > 0 and <= MostDigits && ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Span<byte> front = stackalloc byte[sizeof(ulong)];
        for (var place = 0; place < Math.Min(id.Length, front.Length); place++)
        {
            front[place] = Rank(id[place]);
        }

        return BehindNumbers | (BinaryPrimitives.ReadUInt64BigEndian(front) >> 1);
    }

    /// <summary>Compares the UTF-8 of two texts as <see cref="string.CompareOrdinal(string?, string?)"/> compares the texts.</summary>
    private static int CompareOrdinal(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var place = left.CommonPrefixLength(right);
        return place == left.Length || place == right.Length
            ? left.Length.CompareTo(right.Length)
            : Rank(left[place]).CompareTo(Rank(right[place]));
    }

    private static byte Rank(byte unit) => unit switch
    {
        >= FirstOfFour => (byte)(unit - (FirstOfFour - FirstAfterSurrogates)),
        >= FirstAfterSurrogates => (byte)(unit + byte.MaxValue - FirstOfFour),
        _ => unit,
    };

    private static ulong Number(string? id)
    {
        if (id is null || id.Length is 0 or > MostDigits)
        {
            return ulong.MaxValue;
        }

        return ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : ulong.MaxValue;
    }
}
