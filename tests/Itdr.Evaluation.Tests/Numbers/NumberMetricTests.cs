namespace Itdr.Evaluation.Tests;

public class NumberMetricTests
{
    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void A_number_without_an_error_is_refused(double value)
    {
        foreach (var metric in new NumberMetric[] { new RootMeanSquaredError(), new MeanAbsoluteError() })
        {
            Assert.Equal("predicted", Assert.Throws<ArgumentException>(() => metric.Score([1, value], [1, 2])).ParamName);
            Assert.Equal("expected", Assert.Throws<ArgumentException>(() => metric.Score([1, 2], [1, value])).ParamName);
        }
    }

    [Fact]
    public void No_pair_has_no_score() => Assert.Equal(double.NaN, new RootMeanSquaredError().Score([], []));

    [Fact]
    public void Lists_of_different_length_are_refused() =>
        Assert.Contains("2 predicted numbers and 1 expected", Assert.Throws<ArgumentException>(() => new MeanAbsoluteError().Score([1, 2], [1])).Message);

    [Fact]
    public void Errors_are_better_when_lower_and_leave_out_what_could_not_be_read()
    {
        Assert.False(new RootMeanSquaredError().HigherIsBetter);
        Assert.False(new RootMeanSquaredError().ScoresUnread);
        Assert.True(new Accuracy().ScoresUnread);
    }
}
