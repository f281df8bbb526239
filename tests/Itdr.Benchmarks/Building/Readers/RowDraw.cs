using System.Text;

namespace Itdr.Benchmarks.Building.Readers;

/// <summary>Draws what rows are made of: SplitMix64 from a fixed seed, so the same rows are the same bytes.</summary>
internal sealed class RowDraw
{
    private const int ProseBytes = 1 << 20;
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private readonly byte[] prose;
    private ulong state = 42;

    public RowDraw() => prose = Prose();

    /// <summary>A number above 0 and up to 1.</summary>
    public double Uniform() => Math.Max(Next() >> 11, 1) * (1.0 / (1UL << 53));

    /// <summary>A number from 0 up to a bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A number from 0 up to a bound, small ones being frequent: the more so the higher the power.</summary>
    public int Skewed(int bound, double power) => (int)Math.Min(bound - 1, bound * Math.Pow(Uniform(), power));

    /// <summary>Words of no language: at least some characters, and up to the end of a word.</summary>
    public ReadOnlySpan<byte> Words(int characters)
    {
        var start = Below(ProseBytes - characters - 100);
        start += prose.AsSpan(start).IndexOf((byte)' ') + 1;
        return prose.AsSpan(start, characters + prose.AsSpan(start + characters).IndexOf((byte)' '));
    }

    /// <summary>Fills a key with capitals and digits that tell its number, mixed so that the order of numbers is not that of keys.</summary>
    /// <param name="key">The key; what comes before the number is there.</param>
    /// <param name="from">Where the number begins.</param>
    /// <param name="number">The number.</param>
    public static ReadOnlySpan<byte> Key(Span<byte> key, int from, ulong number)
    {
        var mixed = Mix(number);
        for (var place = from; place < key.Length; place++)
        {
            key[place] = (byte)Digits[(int)(mixed % (ulong)Digits.Length)];
            mixed = place % 11 == 10 ? Mix(mixed + number) : mixed / (ulong)Digits.Length;
        }

        return key;
    }

    private static ulong Mix(ulong number)
    {
        number = (number + 1) * 0x9E3779B97F4A7C15;
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }

    private ulong Next() => Mix(state++);

    private byte[] Prose()
    {
        string[] syllables = ["lo", "mi", "ra", "ten", "ou", "ka", "ver", "in", "sal", "do", "er", "pim", "ga", "no", "thu", "el"];
        var text = new StringBuilder(ProseBytes + 16);
        while (text.Length < ProseBytes)
        {
            for (var left = 1 + Below(4); left > 0; left--)
            {
                text.Append(syllables[Below(syllables.Length)]);
            }

            text.Append(Below(12) == 0 ? ". " : " ");
        }

        return Encoding.ASCII.GetBytes(text.ToString(0, ProseBytes));
    }
}
