namespace Itdr.Benchmarks.Speed;

/// <summary>How long one way to do a thing took, round by round, and what one call allocated.</summary>
/// <param name="Rounds">Nanoseconds a call, one value a round.</param>
/// <param name="Bytes">Bytes that one call allocates.</param>
internal sealed record Timing(double[] Rounds, long Bytes)
{
    /// <summary>The median of the rounds, in nanoseconds a call.</summary>
    public double Nanoseconds => Median(Rounds);

    /// <summary>How many times as long as another way this one took: the median over the rounds, in each of which both ran.</summary>
    public double Over(Timing other) => Median([.. Rounds.Zip(other.Rounds, static (own, others) => own / others)]);

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
