namespace Itdr.Inference.Tests.Generation;

/// <summary>Which fronts of a number's text are let through.</summary>
public sealed class NumberPrefixTests
{
    [Theory]
    [InlineData("1", 0, 150, true, true)]
    [InlineData("15", 0, 150, true, true)]
    [InlineData("151", 0, 150, true, false)]
    [InlineData("05", 0, 150, true, false)]
    [InlineData("0", 0, 150, true, true)]
    [InlineData("0", 1, 150, true, false)]
    [InlineData("-", 0, 150, true, false)]
    [InlineData("-", -3, 150, true, true)]
    [InlineData("-4", -3, 150, true, false)]
    [InlineData("1.", 0, 150, true, false)]
    [InlineData("2", 1850, 2100, true, true)]
    [InlineData("3", 1850, 2100, true, false)]
    [InlineData("22", 1850, 2100, true, false)]
    [InlineData("0.2", 0.25, 0.26, false, true)]
    [InlineData("0.3", 0.25, 0.26, false, false)]
    [InlineData(".2", 0.25, 0.26, false, false)]
    [InlineData("1.2.3", 0, 9, false, false)]
    public void A_front_is_let_through_if_a_number_within_the_bounds_begins_with_it(string text, double minimum, double maximum, bool isWhole, bool expected) =>
        Assert.Equal(expected, new NumberPrefix(minimum, maximum, isWhole).CanBecome(text));

    [Fact]
    public void The_front_of_every_whole_number_within_the_bounds_is_let_through_and_no_other()
    {
        foreach (var (minimum, maximum) in new[] { (-120, 35), (7, 7), (980, 1020), (0, 0), (-9, -1) })
        {
            var prefix = new NumberPrefix(minimum, maximum, isWhole: true);
            var texts = Enumerable.Range(minimum, maximum - minimum + 1).Select(number => $"{number}").ToArray();
            var fronts = texts.SelectMany(text => Enumerable.Range(1, text.Length).Select(length => text[..length])).Append("-0").ToHashSet();
            foreach (var number in Enumerable.Range(-1500, 3000).Select(number => $"{number}").Append("-"))
            {
                Assert.True(fronts.Contains(number) == prefix.CanBecome(number), $"{number} from {minimum} to {maximum}");
            }
        }
    }
}
