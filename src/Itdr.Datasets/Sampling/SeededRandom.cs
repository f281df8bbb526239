using System.Numerics;

namespace Itdr.Datasets.Sampling;

/// <summary>
/// The generator behind shuffles and negatives: xoshiro256** by Blackman and Vigna, its state filled by SplitMix64 from a 64-bit
/// seed. It is written out here because the algorithm of <see cref="Random"/> is no promise, and a dataset must come out
/// the same with every version of .NET.
/// </summary>
internal sealed class SeededRandom
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    public SeededRandom(ulong seed)
    {
        s0 = SplitMix(ref seed);
        s1 = SplitMix(ref seed);
        s2 = SplitMix(ref seed);
        s3 = SplitMix(ref seed);
    }

    /// <summary>The generator of one instance: it depends on the seed, the cell and the user alone.</summary>
    public static SeededRandom ForInstance(long seed, string cell, string user) =>
        new(StableHash.Of("draw", StableHash.Text(seed), cell, user));

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        var shifted = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= shifted;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>A number from 0 up to a bound that it never reaches, each equally likely (Lemire's method, with rejection).</summary>
    /// <param name="bound">The bound, at least 1.</param>
    public ulong Below(ulong bound)
    {
        var high = Math.BigMul(Next(), bound, out var low);
        if (low < bound)
        {
            var threshold = (0 - bound) % bound;
            while (low < threshold)
            {
                high = Math.BigMul(Next(), bound, out low);
            }
        }

        return high;
    }

    /// <summary>An index into a list of some length.</summary>
    public int Index(int count) => (int)Below((ulong)count);

    /// <summary>Puts values into a random order (Fisher and Yates, from the end).</summary>
    public void Shuffle<T>(Span<T> values)
    {
        for (var last = values.Length - 1; last > 0; last--)
        {
            var other = Index(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }

    private static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
