using CsCheck;
using Itdr.Datasets.Sampling;

namespace Itdr.Datasets.Tests.Sampling;

public class SeededRandomTests
{
    /// <summary>The first numbers of xoshiro256** from the state that SplitMix64 makes of 42, by another implementation.</summary>
    [Fact]
    public void The_first_numbers_of_a_known_seed_never_change()
    {
        var random = new SeededRandom(42);
        Assert.Equal([0x15780B2E0C2EC716UL, 0x6104D9866D113A7EUL, 0xAE17533239E499A1UL], [random.Next(), random.Next(), random.Next()]);
    }

    [Fact]
    public void A_number_stays_below_its_bound() =>
        Gen.Select(Gen.ULong, Gen.ULong[1, ulong.MaxValue]).Sample(static (seed, bound) => Assert.True(new SeededRandom(seed).Below(bound) < bound));

    [Fact]
    public void Every_number_below_a_bound_is_about_as_likely()
    {
        var random = new SeededRandom(1);
        var counts = new int[7];
        for (var draw = 0; draw < 70_000; draw++)
        {
            counts[random.Index(7)]++;
        }

        Assert.All(counts, static count => Assert.InRange(count, 9_500, 10_500));
    }

    [Fact]
    public void A_shuffle_keeps_every_value_and_reaches_every_order()
    {
        var seen = new HashSet<string>();
        for (var seed = 0UL; seed < 200; seed++)
        {
            char[] values = ['a', 'b', 'c', 'd'];
            new SeededRandom(seed).Shuffle(values.AsSpan());
            seen.Add(new string(values));
        }

        Assert.Equal(24, seen.Count);
        Assert.All(seen, static order => Assert.Equal("abcd", new string([.. order.Order()])));
    }

    [Fact]
    public void The_generator_of_an_instance_depends_on_seed_cell_and_user()
    {
        ulong[] first =
        [
            SeededRandom.ForInstance(1, "a/b", "u").Next(), SeededRandom.ForInstance(2, "a/b", "u").Next(),
            SeededRandom.ForInstance(1, "a/c", "u").Next(), SeededRandom.ForInstance(1, "a/b", "v").Next(),
        ];
        Assert.Equal(4, first.Distinct().Count());
        Assert.Equal(first[0], SeededRandom.ForInstance(1, "a/b", "u").Next());
    }
}
