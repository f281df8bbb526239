namespace Itdr.Evaluation.Tests;

public class SignificanceTests
{
    [Fact]
    public void The_Wilcoxon_test_equals_SciPy()
    {
        var exact = 0;
        foreach (var (row, index) in GoldenFile.Read("wilcoxon.jsonl").Select(static (row, index) => (row, index)))
        {
            var result = WilcoxonSignedRank.Test(row.Numbers("differences"));

            GoldenFile.AssertEqual(row.GetProperty("statistic").GetDouble(), result.Statistic, $"statistic of list {index + 1}");
            GoldenFile.AssertEqual(row.GetProperty("p").GetDouble(), result.PValue, $"p-value of list {index + 1}");
            Assert.Equal(row.GetProperty("exact").GetBoolean(), result.IsExact);
            exact += result.IsExact ? 1 : 0;
        }

        Assert.InRange(exact, 100, 400);
    }

    [Theory]
    [InlineData(new double[] { })]
    [InlineData(new double[] { 0, 0, 0 })]
    public void Without_a_difference_the_p_value_is_1(double[] differences) => Assert.Equal(new WilcoxonResult(0, 1, 0, true), WilcoxonSignedRank.Test(differences));

    [Fact]
    public void A_difference_of_NaN_is_refused() => Assert.Throws<ArgumentException>(() => WilcoxonSignedRank.Test([1, double.NaN]));

    [Fact]
    public void The_tail_of_the_normal_distribution_is_as_tabled()
    {
        // Abramowitz and Stegun, table 26.1, and 26.2.
        Assert.Equal(0.5, NormalDistribution.UpperTail(0), 15);
        Assert.Equal(0.158655253931457, NormalDistribution.UpperTail(1), 15);
        Assert.Equal(0.977249868051821, NormalDistribution.UpperTail(-2), 15);
        Assert.Equal(2.866515719e-7, NormalDistribution.UpperTail(5), 1e-16);
    }

    [Fact]
    public void The_two_ways_to_the_tail_meet()
    {
        var bound = 2.5 * Math.Sqrt(2);

        Assert.Equal(NormalDistribution.UpperTail(bound - 1e-12), NormalDistribution.UpperTail(bound + 1e-12), 14);
    }

    [Fact]
    public void Holm_multiplies_the_smallest_by_the_number_of_tests_and_never_ends_below_a_smaller_one()
    {
        // Sorted: 0.01 × 4, 0.02 × 3, 0.03 × 2, 0.04 × 1; the last two rise to 0.06.
        var adjusted = HolmCorrection.Adjust([0.04, 0.01, 0.03, 0.02]);

        Assert.Equal([0.06, 0.04, 0.06, 0.06], adjusted.Select(static value => Math.Round(value, 12)));
    }

    [Fact]
    public void Holm_never_passes_1() => Assert.Equal([1.0, 1.0], HolmCorrection.Adjust([0.6, 0.9]));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    public void What_is_no_p_value_is_refused(double value) => Assert.Throws<ArgumentException>(() => HolmCorrection.Adjust([0.5, value]));
}
