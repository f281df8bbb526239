using System.Globalization;

namespace Itdr.Tests.Answers;

public sealed class ScaleSlotTests
{
    private static readonly ScaleSlot<decimal> Slot = new("Rating", "Scale", TextEnd.OfAnswer);

    [Fact]
    public void Every_point_of_every_scale_reads_back()
    {
        foreach (var scale in new[] { RatingScale.FivePoints, RatingScale.HalfPoints, RatingScale.TenPoints, new RatingScale(-1, 1, 0.25m, "0.00") })
        {
            for (var rating = scale.Minimum; rating <= scale.Maximum; rating += scale.Step)
            {
                var writer = new PromptWriter([]);
                Slot.Write(ref writer, scale, rating);
                Assert.Equal(scale.Text(rating), writer.ToString());
                var reader = new AnswerReader(writer.ToString());
                Assert.Equal(rating, Slot.Read(ref reader, scale));
                Assert.Null(reader.Failure);
            }
        }
    }

    [Theory]
    [InlineData("4")]
    [InlineData("4.00")]
    [InlineData("4.2")]
    [InlineData("5.5")]
    [InlineData("four")]
    public void A_text_that_the_scale_does_not_write_fails_and_says_what_it_expects(string text)
    {
        var reader = new AnswerReader(text);
        Slot.Read(ref reader, RatingScale.HalfPoints);
        Assert.Contains("a rating from 0.5 to 5.0 in steps of 0.5", reader.Failure!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("4.25")]
    public void A_value_off_the_scale_is_refused(string value) => Assert.Throws<AnswerRefusedException>(() =>
    {
        var writer = new PromptWriter([]);
        Slot.Write(ref writer, RatingScale.HalfPoints, decimal.Parse(value, CultureInfo.InvariantCulture));
    });

    [Fact]
    public void A_format_that_hides_the_step_is_refused() => Assert.Throws<AnswerRefusedException>(() =>
    {
        var writer = new PromptWriter([]);
        Slot.Write(ref writer, new RatingScale(0.5m, 5, 0.5m, "0"), 4.5m);
    });
}
