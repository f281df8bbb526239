using System.Globalization;

namespace Itdr.Datasets;

/// <summary>The shares of the splits; <c>8:1:1</c> gives eight tenths to training.</summary>
public sealed record SplitRatio
{
    /// <summary>Makes a ratio.</summary>
    /// <param name="train">The share of train, 0 to 1,000,000.</param>
    /// <param name="validation">The share of val, 0 to 1,000,000.</param>
    /// <param name="test">The share of test, 0 to 1,000,000.</param>
    /// <exception cref="DatasetException">A share is out of range, or all are 0.</exception>
    public SplitRatio(int train, int validation, int test)
    {
        if (train is < 0 or > Most || validation is < 0 or > Most || test is < 0 or > Most || train + validation + test == 0)
        {
            throw Wrong(string.Create(CultureInfo.InvariantCulture, $"{train}:{validation}:{test}"));
        }

        (Train, Validation, Test) = (train, validation, test);
    }

    private const int Most = 1_000_000;

    /// <summary>Eight to one to one.</summary>
    public static SplitRatio Default { get; } = new(8, 1, 1);

    /// <summary>The share of train.</summary>
    public int Train { get; }

    /// <summary>The share of val.</summary>
    public int Validation { get; }

    /// <summary>The share of test.</summary>
    public int Test { get; }

    /// <summary>The sum of the shares; at least 1.</summary>
    public int Sum => Train + Validation + Test;

    /// <summary>Reads a ratio: <c>8:1:1</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="DatasetException">It is no such text.</exception>
    public static SplitRatio Parse(string text)
    {
        var shares = text.Split(':').Select(static share =>
            int.TryParse(share, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : default(int?)).ToList();
        return shares is [{ } train, { } validation, { } test] ? new SplitRatio(train, validation, test) : throw Wrong(text);
    }

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Train}:{Validation}:{Test}");

    private static DatasetException Wrong(string text) =>
        new($"The split {text} is not three whole shares of train, val and test, from 0 to 1000000 and not all 0, such as 8:1:1.");
}
