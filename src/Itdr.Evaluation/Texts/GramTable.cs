using System.Numerics;

namespace Itdr.Evaluation;

/// <summary>Numbers different pairs of a shorter n-gram and a token in the order in which they come.</summary>
internal sealed class GramTable
{
    private const ulong Spread = 0x9E3779B97F4A7C15;

    private ulong[] keys = [];
    private int[] grams = [];
    private int mask;
    private int shift;

    public int Count { get; private set; }

    /// <summary>Forgets all pairs and makes room.</summary>
    /// <param name="pairs">How many pairs will come at most.</param>
    public void Clear(int pairs)
    {
        var size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, pairs * 2));
        if (grams.Length < size)
        {
            keys = new ulong[size];
            grams = new int[size];
        }
        else
        {
            Array.Clear(grams, 0, size);
        }

        mask = size - 1;
        shift = 64 - BitOperations.Log2((uint)size);
        Count = 0;
    }

    public int Intern(int shorter, int token)
    {
        var key = ((ulong)(uint)shorter << 32) | (uint)token;
        var slot = (int)((key * Spread) >> shift);
        while (grams[slot] is not 0 and var taken)
        {
            if (keys[slot] == key)
            {
                return taken - 1;
            }

            slot = (slot + 1) & mask;
        }

        keys[slot] = key;
        grams[slot] = ++Count;
        return Count - 1;
    }
}
