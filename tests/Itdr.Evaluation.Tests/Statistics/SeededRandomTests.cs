namespace Itdr.Evaluation.Tests;

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

    [Fact]
    public void Numbers_below_a_bound_are_equally_likely()
    {
        var random = new SeededRandom(9);
        var counts = new int[6];
        for (var draw = 0; draw < 60_000; draw++)
        {
            counts[random.Next(6)]++;
        }

        Assert.All(counts, static count => Assert.InRange(count, 9_600, 10_400));
    }

    [Fact]
    public void A_bound_of_0_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new SeededRandom(1).Next(0));
}
