using System.Numerics;

namespace Itdr.Evaluation;

/// <summary>
/// The random numbers of this library: xoshiro256** (Blackman and Vigna), its state filled by SplitMix64 from the
/// seed. The sequence of a seed never changes, on any machine and in any version.
/// </summary>
public sealed class SeededRandom
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    /// <summary>Starts the sequence of a seed.</summary>
    /// <param name="seed">The seed; every value is good.</param>
    public SeededRandom(ulong seed)
        : this(SplitMix(ref seed), SplitMix(ref seed), SplitMix(ref seed), SplitMix(ref seed))
    {
    }

    internal SeededRandom(ulong s0, ulong s1, ulong s2, ulong s3)
    {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

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

    /// <summary>A whole number below a bound, each equally likely (Lemire's method).</summary>
    /// <param name="bound">The bound, from 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is below 1.</exception>
    public int Next(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        var high = Math.BigMul(Next(), (ulong)bound, out var low);
        if (low < (ulong)bound)
        {
            var tooFew = unchecked(0UL - (ulong)bound) % (ulong)bound;
            while (low < tooFew)
            {
                high = Math.BigMul(Next(), (ulong)bound, out low);
            }
        }

        return (int)high;
    }

    /// <summary>Puts elements into a random order, each order equally likely (Fisher and Yates).</summary>
    /// <typeparam name="T">The type of the elements.</typeparam>
    /// <param name="elements">The elements.</param>
    public void Shuffle<T>(Span<T> elements)
    {
        for (var left = elements.Length; left > 1; left--)
        {
            var picked = Next(left);
            (elements[left - 1], elements[picked]) = (elements[picked], elements[left - 1]);
        }
    }

    internal static ulong SplitMix(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
