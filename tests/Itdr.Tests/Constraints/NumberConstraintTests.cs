using System.Globalization;
using System.Numerics;
using CsCheck;

namespace Itdr.Tests.Constraints;

public sealed class NumberConstraintTests
{
    [Fact]
    public void A_whole_number_within_bounds_matches_and_one_outside_does_not()
    {
        var bound = Gen.OneOf(Gen.Int[-12, 12], Gen.Int[-2100, 2100], Gen.Int);
        Gen.Select(bound, bound, Gen.OneOf(bound, Gen.Int[-30, 30])).Sample(
            (one, other, near) =>
            {
                var slot = new NumberSlot<int>("Age", TextEnd.OfAnswer) { Minimum = Math.Min(one, other), Maximum = Math.Max(one, other) };
                var constraint = slot.Constrain();
                Assert.True(constraint.IsExact);
                var forms = new Forms(constraint);
                foreach (var number in new long[] { near, one, other, one + 1L, one - 1L, other + 1L, other - 1L, (long)one + near })
                {
                    var expected = number >= slot.Minimum && number <= slot.Maximum;
                    forms.AssertText(expected, number.ToString(CultureInfo.InvariantCulture));
                    Assert.Equal(expected, forms.SchemaErrors($$"""{"age":{{number}}}""").Length == 0);
                }
            },
            iter: 500);
    }

    [Fact]
    public void A_few_whole_numbers_are_listed_and_many_are_not()
    {
        var few = Assert.IsType<NumberConstraint>(new NumberSlot<int>("Age", TextEnd.OfAnswer) { Minimum = -1, Maximum = 2 }.Constrain());
        Assert.Equal(["-1", "0", "1", "2"], few.Texts);
        Assert.Equal(256, Assert.IsType<NumberConstraint>(new NumberSlot<byte>("Age", TextEnd.OfAnswer).Constrain()).Texts.Count);
        Assert.Empty(Assert.IsType<NumberConstraint>(new NumberSlot<int>("Age", TextEnd.OfAnswer) { Minimum = 0, Maximum = 256 }.Constrain()).Texts);
        Assert.Equal(("-1", "2"), (few.Minimum, few.Maximum));
    }

    [Theory]
    [InlineData("05")]
    [InlineData("-0")]
    [InlineData("+5")]
    [InlineData("5.0")]
    [InlineData("5e0")]
    [InlineData(" 5")]
    [InlineData("")]
    public void A_whole_number_has_one_spelling(string text) =>
        new Forms(new NumberSlot<int>("Age", TextEnd.OfAnswer).Constrain()).AssertText(false, text);

    [Fact]
    public void A_type_of_whole_numbers_brings_its_own_bounds()
    {
        var bytes = new Forms(new NumberSlot<byte>("Number", TextEnd.OfAnswer).Constrain());
        bytes.AssertText(true, "255");
        bytes.AssertText(false, "256");
        bytes.AssertText(false, "-1");
        var longs = new Forms(new NumberSlot<long>("Number", TextEnd.OfAnswer).Constrain());
        longs.AssertText(true, "-9223372036854775808");
        longs.AssertText(false, "-9223372036854775809");
        longs.AssertText(false, "9223372036854775808");
        var unlimited = new Forms(new NumberSlot<BigInteger>("Number", TextEnd.OfAnswer).Constrain());
        unlimited.AssertText(true, new string('7', 2000));
        unlimited.AssertText(true, $"-{new string('7', 2000)}");
    }

    [Fact]
    public void Every_label_of_a_number_with_decimals_is_within_its_constraint()
    {
        Holds(Gen.Decimal, decimal.MinValue, decimal.MaxValue);
        Holds(Gen.Decimal[-3, 7], -2.5m, 6.25m);
        Holds(Gen.Decimal[-3, 0], -2.5m, -0.5m);
        Holds(Gen.Double, null, null);
        Holds(Gen.Double[-3, 7], -2.5, 6.25);
        Holds(Gen.Double[0, 1e-7], 0, 1);
        Holds(Gen.Const(-0.0), 0, 1);
        Holds(Gen.Float, null, null);
    }

    [Theory]
    [InlineData("7")]
    [InlineData("10.5")]
    [InlineData("-3.5")]
    [InlineData("1,5")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("one")]
    public void A_number_with_decimals_is_bounded_by_its_whole_part(string text) =>
        new Forms(new NumberSlot<decimal>("Score", TextEnd.OfAnswer) { Minimum = -2.5m, Maximum = 6.25m }.Constrain()).AssertText(false, text);

    [Fact]
    public void A_format_with_few_values_makes_a_closed_set()
    {
        var constraint = Assert.IsType<NumberConstraint>(new NumberSlot<double>("Score", TextEnd.OfAnswer) { Minimum = -0.3, Maximum = 1, Format = "0.0" }.Constrain());
        Assert.True(constraint.IsExact);
        Assert.Equal(["-0.3", "-0.2", "-0.1", "0.0", "-0.0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1.0"], constraint.Texts);
        Assert.Equal(14, constraint.Values.Count);
    }

    [Theory]
    [InlineData("000", 7, "007")]
    [InlineData("D3", 7, "007")]
    [InlineData("0.##", 3, "3")]
    public void A_label_in_a_format_of_its_own_is_within_its_constraint(string format, int value, string label)
    {
        var slot = new NumberSlot<int>("Number", TextEnd.OfAnswer) { Minimum = 0, Maximum = 20, Format = format };
        Assert.Equal(label, Write(slot, value));
        new Forms(slot.Constrain()).AssertText(true, label);
    }

    [Theory]
    [InlineData("4.0", true)]
    [InlineData("0.5", true)]
    [InlineData("4", false)]
    [InlineData("4.00", false)]
    [InlineData("4.2", false)]
    [InlineData("5.5", false)]
    [InlineData("0.0", false)]
    [InlineData("4x0", false)]
    public void A_rating_is_a_point_of_its_scale_in_the_notation_of_the_scale(string text, bool expected)
    {
        var constraint = new ScaleSlot<decimal>("Rating", "Scale", TextEnd.OfAnswer).Constrain(RatingScale.HalfPoints);
        Assert.True(constraint.IsExact);
        new Forms(constraint).AssertText(expected, text);
    }

    [Theory]
    [InlineData("""{"rating":4}""", true)]
    [InlineData("""{"rating":4.0}""", true)]
    [InlineData("""{"rating":4.5}""", true)]
    [InlineData("""{"rating":4.2}""", false)]
    [InlineData("""{"rating":5.5}""", false)]
    [InlineData("""{"rating":"4.0"}""", false)]
    [InlineData("""{"rating":null}""", false)]
    public void A_rating_in_JSON_is_a_number_of_its_scale(string json, bool expected) =>
        Assert.Equal(expected, new Forms(new ScaleSlot<decimal>("Rating", "Scale", TextEnd.OfAnswer).Constrain(RatingScale.HalfPoints)).SchemaErrors(json).Length == 0);

    [Fact]
    public void A_whole_number_on_a_scale_of_halves_is_one_of_its_whole_points()
    {
        var constraint = Assert.IsType<NumberConstraint>(new ScaleSlot<int>("Rating", "Scale", TextEnd.OfAnswer).Constrain(RatingScale.HalfPoints));
        Assert.Equal(["1.0", "2.0", "3.0", "4.0", "5.0"], constraint.Texts);
    }

    [Fact]
    public void A_scale_of_many_points_lets_every_point_through_and_is_not_exact()
    {
        var scale = new RatingScale(0, 100, 0.1m, "0.0");
        var slot = new ScaleSlot<decimal>("Rating", "Scale", TextEnd.OfAnswer);
        var constraint = slot.Constrain(scale);
        Assert.False(constraint.IsExact);
        var forms = new Forms(constraint);
        forms.AssertText(true, "37.4");
        forms.AssertText(false, "high");
        Assert.Equal("", forms.SchemaErrors("""{"rating":37.4}"""));
        Assert.NotEqual("", forms.SchemaErrors("""{"rating":100.1}"""));
    }

    [Fact]
    public void A_number_that_can_have_no_value_is_refused_with_the_reason()
    {
        var slot = new ScaleSlot<decimal>("Rating", "Scale", TextEnd.OfAnswer);
        Assert.Contains("no points", Assert.Throws<AnswerRefusedException>(() => slot.Constrain(new RatingScale(1, 5, 0, "0"))).Message, StringComparison.Ordinal);
        Assert.Contains("reads back", Assert.Throws<AnswerRefusedException>(() => slot.Constrain(new RatingScale(0.4m, 0.4m, 1, "0"))).Message, StringComparison.Ordinal);
        Assert.Contains("bounds", Assert.Throws<AnswerRefusedException>(() => new NumberSlot<int>("Age", TextEnd.OfAnswer) { Minimum = 2, Maximum = 1 }.Constrain()).Message, StringComparison.Ordinal);
    }

    private static void Holds<T>(Gen<T> values, T? least, T? greatest)
        where T : struct, INumber<T>
    {
        var slot = new NumberSlot<T>("Score", TextEnd.OfAnswer) { Minimum = least, Maximum = greatest };
        var forms = new Forms(slot.Constrain());
        var labels = 0;
        values.Sample(
            value =>
            {
                if (Write(slot, value) is { } label)
                {
                    forms.AssertText(true, label);
                    Interlocked.Increment(ref labels);
                }
            },
            iter: 300);
        Assert.InRange(labels, 30, 300);
    }

    private static string? Write<T>(NumberSlot<T> slot, T value)
        where T : struct, INumber<T>
    {
        var writer = new PromptWriter([]);
        try
        {
            slot.Write(ref writer, value);
            return writer.ToString();
        }
        catch (AnswerRefusedException)
        {
            return null;
        }
        finally
        {
            writer.Dispose();
        }
    }
}
