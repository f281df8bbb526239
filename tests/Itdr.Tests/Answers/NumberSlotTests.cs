using System.Globalization;
using CsCheck;

namespace Itdr.Tests.Answers;

public sealed class NumberSlotTests
{
    [Fact]
    public void Any_finite_double_reads_back() => Gen.Double.Where(double.IsFinite).Sample(value => Assert.Equal(value, RoundTrip(new NumberSlot<double>("N", TextEnd.OfAnswer), value)));

    [Fact]
    public void Any_decimal_reads_back() => Gen.Decimal.Sample(value => Assert.Equal(value, RoundTrip(new NumberSlot<decimal>("N", TextEnd.OfAnswer), value)));

    [Fact]
    public void Any_integer_reads_back() => Gen.Int.Sample(value => Assert.Equal(value, RoundTrip(new NumberSlot<int>("N", TextEnd.OfAnswer), value)));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_number_that_is_not_finite_is_refused(double value) =>
        Assert.Throws<AnswerRefusedException>(() => RoundTrip(new NumberSlot<double>("N", TextEnd.OfAnswer), value));

    [Theory]
    [InlineData("0")]
    [InlineData("151")]
    public void A_number_out_of_bounds_is_refused_and_fails_to_read(string text)
    {
        var slot = new NumberSlot<int>("Age", TextEnd.OfAnswer) { Minimum = 1, Maximum = 150 };
        Assert.Contains("from 1 to 150", Assert.Throws<AnswerRefusedException>(() => RoundTrip(slot, int.Parse(text, CultureInfo.InvariantCulture))).Message, StringComparison.Ordinal);
        Assert.NotNull(Read(slot, text).Failure);
    }

    [Fact]
    public void A_number_that_its_format_would_round_is_refused()
    {
        var slot = new NumberSlot<decimal>("N", TextEnd.OfAnswer) { Format = "0.0" };
        Assert.Equal(4m, RoundTrip(slot, 4m));
        Assert.Contains("\"4.3\" would not read back", Assert.Throws<AnswerRefusedException>(() => RoundTrip(slot, 4.26m)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+5")]
    [InlineData("05")]
    [InlineData("five")]
    [InlineData("")]
    [InlineData("99999999999")]
    public void A_number_in_another_spelling_fails(string text) =>
        Assert.NotNull(Read(new NumberSlot<int>("N", TextEnd.OfAnswer), text).Failure);

    [Theory]
    [InlineData("4.0 of 5", 3)]
    [InlineData("4.", 1)]
    [InlineData("-0.5e3x", 6)]
    [InlineData("4e", 1)]
    public void A_number_reaches_as_far_as_its_grammar(string text, int length) => Assert.Equal(length, NumberText.Length(text, fraction: true));

    private static T RoundTrip<T>(NumberSlot<T> slot, T value)
        where T : struct, System.Numerics.INumber<T>
    {
        var writer = new PromptWriter([]);
        slot.Write(ref writer, value);
        var (read, failure) = Read(slot, writer.ToString());
        Assert.Null(failure);
        return read;
    }

    private static (T Value, ParseFailure? Failure) Read<T>(NumberSlot<T> slot, string text)
        where T : struct, System.Numerics.INumber<T>
    {
        var reader = new AnswerReader(text);
        var value = slot.Read(ref reader);
        reader.End();
        return (value, reader.Failure);
    }
}
