namespace Itdr.Datasets.Synthesis;

/// <summary>The drawing of invented data: SplitMix64, whole numbers only, so that a seed gives the same files everywhere.</summary>
internal sealed class SyntheticRandom
{
    private ulong state;

    /// <summary>Starts from a seed and the name of what is drawn, so that one part may change without the others.</summary>
    public SyntheticRandom(long seed, string part)
    {
        state = unchecked((ulong)seed);
        foreach (var character in part)
        {
            state = Next() ^ character;
        }
    }

    /// <summary>A whole number from 0 to below a bound.</summary>
    public int Below(int bound)
    {
        // Taking the high half of a product is even enough for invented data and needs no rejection.
        return (int)(((Next() >> 32) * (ulong)bound) >> 32);
    }

    /// <summary>A whole number between two bounds, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>One of some values.</summary>
    public T Of<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    /// <summary>Puts values into a random order.</summary>
    public void Shuffle<T>(IList<T> values)
    {
        for (var last = values.Count - 1; last > 0; last--)
        {
            var other = Below(last + 1);
            (values[last], values[other]) = (values[other], values[last]);
        }
    }

    private ulong Next()
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
