using CsCheck;

namespace Itdr.Tests.Drawing;

public class SeededRandomTests
{
    [Fact]
    public void SplitMix64_gives_its_published_numbers()
    {
        ulong state = 1234567;

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => SeededRandom.SplitMix(ref state)));
    }

    [Fact]
    public void Xoshiro256_gives_its_published_numbers()
    {
        var random = new SeededRandom(1, 2, 3, 4);

        Assert.Equal([11520, 0, 1509978240, 1215971899390074240], Enumerable.Range(0, 4).Select(_ => random.Next()));
    }

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
    public void A_unit_number_is_at_least_0_and_below_1() =>
        Gen.ULong.Sample(static seed => Assert.InRange(new SeededRandom(seed).NextUnit(), 0, Math.BitDecrement(1)));

    [Fact]
    public void A_bound_of_0_and_an_empty_list_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new SeededRandom(1).Below(0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new SeededRandom(1).Index(0));
    }

    [Fact]
    public void Every_index_is_about_as_likely()
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
}
