using System.Globalization;
using System.Numerics;
using System.Text;
using CsCheck;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Sources.Scanning;

namespace Itdr.Datasets.Tests.Sources;

public class NumericRowParserTests
{
    private static readonly NumericRowParser Parser = new(new NumericLayout(
        "", ',', [NumericColumn.User, NumericColumn.Item, NumericColumn.Rating, NumericColumn.Time], RatingScale.HalfPoints, new TimeRange(0, 50_000_000_000)));

    [Fact]
    public void Every_number_of_up_to_18_digits_is_read_whatever_follows() =>
        Gen.Select(Gen.Long[0, 999_999_999_999_999_999], Gen.Int[1, 18], Gen.String[Gen.Char[",;x/: "], 0, 12]).Sample(static (number, digits, rest) =>
        {
            var text = number.ToString("D18", CultureInfo.InvariantCulture)[^digits..];
            var position = 0;
            Assert.True(DigitRun.Read(Encoding.ASCII.GetBytes(text + rest), ref position, out var value));
            Assert.Equal((ulong)BigInteger.Parse(text, CultureInfo.InvariantCulture), value);
            Assert.Equal(digits, position);
        });

    [Fact]
    public void A_byte_that_is_no_digit_is_never_read_as_one()
    {
        for (var odd = 0; odd < 256; odd++)
        {
            for (var place = 0; place < 9; place++)
            {
                var bytes = "123456789"u8.ToArray();
                bytes[place] = (byte)odd;
                var position = 0;
                DigitRun.Read(bytes, ref position, out var value);
                var expected = bytes.TakeWhile(static one => char.IsAsciiDigit((char)one)).ToArray();
                Assert.Equal(expected.Length, position);
                Assert.Equal(expected.Length == 0 ? 0UL : ulong.Parse(expected, CultureInfo.InvariantCulture), value);
            }
        }
    }

    [Theory]
    [InlineData("1,2,3.5,4\n", 10)]
    [InlineData("1,2,3.5,4\r\n5,6", 11)]
    [InlineData("1,2,3.5,4", 9)]
    [InlineData("1,2,3.5,4\r", 10)]
    [InlineData("1,2,3.500,4", 11)]
    [InlineData("1,2,3,1234567890\n", 17)]
    [InlineData("1,2,3.5,4 \n", 0)]
    [InlineData("1,2,3.5\n,4", 0)]
    [InlineData("1,2,3.5000,4\n", 0)]
    [InlineData("1,2,3.,4\n", 0)]
    [InlineData("1,2,.5,4\n", 0)]
    [InlineData("1,2,3.5,1234567890123456789\n", 0)]
    [InlineData("1,2,5.5,4\n", 0)]
    [InlineData("1,2,3.7,4\n", 0)]
    [InlineData("\n", 0)]
    [InlineData("", 0)]
    public void A_row_ends_with_its_line_and_nothing_else_may_stand_in_it(string text, int length) =>
        Assert.Equal(length, Parser.Read(Encoding.ASCII.GetBytes(text), out _));

    /// <summary>Compared with a plain reading by the framework, on lines that are nearly right.</summary>
    [Fact]
    public void It_takes_what_a_plain_reading_takes() =>
        Gen.Select(Gen.String[Gen.Char["0123459.,-\" "], 0, 4], Gen.Int[0, 12], Gen.Long[0, 99_999_999_999]).Sample(static (junk, at, time) =>
        {
            var sound = string.Create(CultureInfo.InvariantCulture, $"12,345,4.5,{time}");
            var line = sound.Insert(Math.Min(at, sound.Length), junk);
            var taken = Parser.Read(Encoding.ASCII.GetBytes(line + "\r\n"), out var row) > 0;
            var fields = line.Split(',');
            var plain = fields.Length == 4 && Whole(fields[0], out var user) & Whole(fields[1], out var item) & Whole(fields[3], out var when) && when <= 50_000_000_000
                ? (user, item, when) : default((ulong, ulong, ulong)?);
            var isSound = plain is not null
                && System.Text.RegularExpressions.Regex.IsMatch(fields[2], @"^[0-9]+(\.[0-9]{1,3})?$")
                && RatingScale.HalfPoints.Contains(decimal.Parse(fields[2], CultureInfo.InvariantCulture));
            Assert.Equal(isSound, taken);
            if (isSound)
            {
                Assert.Equal(plain, (row.User, row.Item, (ulong)row.Time));
                Assert.Equal(decimal.Parse(fields[2], CultureInfo.InvariantCulture) * 1000, row.Rating);
            }

            static bool Whole(string text, out ulong value) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) & text.Length <= 18;
        });
}
