using System.Runtime.CompilerServices;

namespace Itdr.Evaluation;

/// <summary>
/// A measure of one ranked list. Items count as relevant from a relevance above 0; the list may be shorter than the
/// candidates, and what is missing from it gains nothing. Without a relevant candidate every score is 0. An answer
/// that cannot be read scores 0.
/// </summary>
public abstract class RankingMetric : Metric
{
    /// <summary>The depth of a metric that looks at the whole list.</summary>
    public const int WholeList = int.MaxValue;

    private protected RankingMetric(string name, int depth)
        : base(name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        Depth = depth;
    }

    /// <summary>How many places count, from 1; <see cref="WholeList"/> for all.</summary>
    public int Depth { get; }

    private protected string At => Depth == WholeList ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"@{Depth}");

    /// <summary>The score of one list.</summary>
    /// <param name="gains">The relevance of the items of the list, best place first; see <see cref="RankedGains"/>.</param>
    /// <param name="relevance">The relevance of all candidates, in any order.</param>
    /// <returns>0 to 1.</returns>
    /// <exception cref="ArgumentException">A relevance is NaN, infinite or below 0.</exception>
    public double Score(ReadOnlySpan<double> gains, ReadOnlySpan<double> relevance)
    {
        Require(gains);
        Require(relevance);
        return Relevant(relevance) == 0 ? 0 : Compute(gains, relevance);
    }

    /// <summary>The expected score, in closed form, of a list drawn uniformly from all orders of the candidates.</summary>
    /// <param name="relevance">The relevance of all candidates.</param>
    /// <param name="places">How many places the list has: the number of candidates for a whole permutation, 1 for a single choice.</param>
    /// <exception cref="ArgumentException">A relevance is NaN, infinite or below 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 0 places or more than candidates.</exception>
    public double Chance(ReadOnlySpan<double> relevance, int places)
    {
        Require(relevance);
        ArgumentOutOfRangeException.ThrowIfNegative(places);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(places, relevance.Length);
        return places == 0 || Relevant(relevance) == 0 ? 0 : Expect(relevance, places);
    }

    private protected abstract double Compute(ReadOnlySpan<double> gains, ReadOnlySpan<double> relevance);

    private protected abstract double Expect(ReadOnlySpan<double> relevance, int places);

    private protected static int Relevant(ReadOnlySpan<double> relevance)
    {
        var count = 0;
        foreach (var value in relevance)
        {
            count += value > 0 ? 1 : 0;
        }

        return count;
    }

    private protected ReadOnlySpan<double> Top(ReadOnlySpan<double> gains) => gains[..Math.Min(Depth, gains.Length)];

    private static void Require(ReadOnlySpan<double> values, [CallerArgumentExpression(nameof(values))] string parameter = "")
    {
        foreach (var value in values)
        {
            if (!(double.IsFinite(value) && value >= 0))
            {
                throw new ArgumentException($"{value} is no relevance; a relevance is a number from 0 up.", parameter);
            }
        }
    }
}
