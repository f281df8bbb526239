namespace Itdr.Inference;

/// <summary>Draws from 0 to 1 that a seed fixes on every platform and version: SplitMix64.</summary>
internal sealed class SeededDraws(long seed)
{
    private ulong state = (ulong)seed;

    /// <summary>The next draw, at least 0 and below 1.</summary>
    public double Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        mixed ^= mixed >> 31;
        return (mixed >> 11) * (1.0 / (1UL << 53));
    }
}
