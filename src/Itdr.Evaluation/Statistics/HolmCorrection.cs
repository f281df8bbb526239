namespace Itdr.Evaluation;

/// <summary>Holm's step-down correction: of many tests at once, how sure each can be.</summary>
public static class HolmCorrection
{
    /// <summary>
    /// Adjusts p-values so that the chance of even one false finding stays below the level that they are compared
    /// with: the smallest is multiplied by the number of tests, the next by one less, and so on; none ends below a
    /// smaller one's, none above 1.
    /// </summary>
    /// <param name="pValues">The p-values.</param>
    /// <returns>The adjusted p-values, in the same order.</returns>
    /// <exception cref="ArgumentException">A value is not from 0 to 1.</exception>
    public static double[] Adjust(ReadOnlySpan<double> pValues)
    {
        var values = pValues.ToArray();
        if (values.Any(static value => value is not (>= 0 and <= 1)))
        {
            throw new ArgumentException("A p-value is not from 0 to 1.", nameof(pValues));
        }

        var adjusted = new double[values.Length];
        var least = 0.0;
        foreach (var (index, step) in Enumerable.Range(0, values.Length).OrderBy(index => values[index]).Select(static (index, step) => (index, step)))
        {
            least = Math.Max(least, Math.Min(1, values[index] * (values.Length - step)));
            adjusted[index] = least;
        }

        return adjusted;
    }
}
