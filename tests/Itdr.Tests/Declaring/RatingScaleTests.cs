namespace Itdr.Tests.Declaring;

public sealed class RatingScaleTests
{
    [Theory]
    [InlineData("0.5", true)]
    [InlineData("4", true)]
    [InlineData("4.50", true)]
    [InlineData("0", false)]
    [InlineData("5.5", false)]
    [InlineData("4.2", false)]
    [InlineData("-1", false)]
    public void Only_whole_steps_within_the_bounds_are_points(string rating, bool expected) =>
        Assert.Equal(expected, RatingScale.HalfPoints.Contains(decimal.Parse(rating, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_normalized_rating_writes_the_decimals_of_the_scale()
    {
        Assert.Equal("4.0", RatingScale.HalfPoints.Normalize(4).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("4", RatingScale.FivePoints.Normalize(4.0m).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(4m, RatingScale.HalfPoints.Normalize(4));
    }

    [Fact]
    public void A_scale_without_a_step_has_no_points() =>
        Assert.False(new RatingScale(1, 5, 0, "0").Contains(3));
}
