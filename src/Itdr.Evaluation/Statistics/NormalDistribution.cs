namespace Itdr.Evaluation;

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    private const double Bound = 2.5;

    /// <summary>The chance of a value above <paramref name="z"/>, to about 1e-15.</summary>
    public static double UpperTail(double z) => z < 0 ? 1 - UpperTail(-z) : 0.5 * ErrorFunctionComplement(z / Math.Sqrt(2));

    private static double ErrorFunctionComplement(double x) => x < Bound ? 1 - BySeries(x) : ByFraction(x);

    /// <summary>The error function as 2/√π · e^(−x²) · Σ 2ⁿ x^(2n+1) / (1·3·…·(2n+1)), whose terms are all positive.</summary>
    private static double BySeries(double x)
    {
        var term = x;
        var sum = x;
        for (var n = 1; term > sum * 1e-17; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    /// <summary>The complement as e^(−x²) / (√π (x + (1/2)/(x + (2/2)/(x + (3/2)/(x + …))))), from the inside out.</summary>
    private static double ByFraction(double x)
    {
        const int Depth = 80;
        var fraction = x;
        for (var n = Depth; n >= 1; n--)
        {
            fraction = x + (n / 2.0 / fraction);
        }

        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * fraction);
    }
}
