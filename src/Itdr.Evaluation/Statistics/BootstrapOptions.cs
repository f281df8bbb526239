namespace Itdr.Evaluation;

/// <summary>How often and from which seed a bootstrap resamples.</summary>
public sealed record BootstrapOptions
{
    /// <summary>1,000 resamples, 95 % confidence, seed 42.</summary>
    public static BootstrapOptions Default { get; } = new();

    /// <summary>How many times the instances are drawn anew, from 1.</summary>
    public int Resamples
    {
        get;
        init => field = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A bootstrap takes at least one resample.");
    }
    = 1000;

    /// <summary>The confidence of the interval, between 0 and 1.</summary>
    public double Confidence
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A confidence lies between 0 and 1.");
    }
    = 0.95;

    /// <summary>The seed of <see cref="SeededRandom"/>.</summary>
    public ulong Seed { get; init; } = 42;

    // No p-value of a bootstrap lies below one in its drawings, and Holm multiplies the least by the number of tests:
    // so many drawings for each leave it room below 0.025.
    private const int DrawingsPerTest = 40;

    /// <summary>The same with enough drawings that one of many tests can be significant after Holm's correction.</summary>
    internal BootstrapOptions ForTests(int tests) => this with { Resamples = Math.Max(Resamples, tests * DrawingsPerTest) };
}
