using System.Globalization;
using System.Text;
using CsCheck;

namespace Itdr.Tests.Dates;

/// <summary>What a date's text can begin with, against the texts of dates themselves.</summary>
public sealed class DatePrefixTests
{
    private static readonly Gen<DateTime> Times = Gen.DateTime[DateTime.MinValue, DateTime.MaxValue];

    [Theory]
    [InlineData("h:mm tt")]
    [InlineData("HH:mm")]
    [InlineData("H'시' m'분'")]
    [InlineData("t mm hh")]
    public void A_text_begins_a_time_if_and_only_if_it_begins_one_of_all_times(string format)
    {
        var prefix = Prefix<TimeOnly>(format);
        byte[][] texts = [.. Enumerable.Range(0, 24 * 60).Select(minute => Bytes(new TimeOnly(minute / 60, minute % 60).ToString(format, CultureInfo.InvariantCulture)))];
        var (yes, no) = (0, 0);
        var others = Bytes("0123456789:APM시분x ");
        Gen.Select(Gen.Int[0, texts.Length - 1].Select(index => texts[index]), Gen.Int[0, 12], Gen.Int[0, others.Length - 1].Select(index => others[index])).Sample(
            (text, at, other) =>
            {
                byte[] drawn = at < text.Length ? [.. text[..at], other] : text;
                var expected = texts.Any(time => time.AsSpan().StartsWith(drawn));
                Assert.Equal(expected, prefix.CanBecome(drawn));
                Assert.Equal(texts.Any(time => time.AsSpan().SequenceEqual(drawn)), prefix.Is(drawn));
                _ = expected ? yes++ : no++;
            },
            iter: 2_000,
            threads: 1);
        Assert.True(yes > 200 && no > 200, $"{yes} texts begin a time and {no} do not, too few to show anything.");
    }

    [Fact]
    public void Every_front_of_a_date_can_become_one_whatever_the_format()
    {
        var dates = 0;
        Gen.Select(DateFormatTests.Formats, Times).Sample(
            (format, time) => Fronts(format, DateOnly.FromDateTime(time)) && Fronts(format, time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMinute))),
            iter: 10_000,
            threads: 1);
        Assert.True(dates > 1_000, $"Only {dates} dates were tried.");

        bool Fronts<T>(string format, T value)
            where T : struct, ISpanFormattable, IEquatable<T>
        {
            if (!IsReadable<T>(format))
            {
                return true;
            }

            dates++;
            var prefix = Prefix<T>(format);
            var text = Bytes(value.ToString(format, CultureInfo.InvariantCulture));
            return prefix.Is(text) && Enumerable.Range(0, text.Length).All(length => prefix.CanBecome(text.AsSpan(0, length)));
        }
    }

    [Fact]
    public void Whoever_takes_possible_bytes_only_ends_with_a_date_that_is_read()
    {
        var dates = 0;
        Gen.Select(DateFormatTests.Formats, Gen.Int).Sample(
            (format, seed) =>
            {
                Walk<DateOnly>(format, new Random(seed));
                Walk<DateTime>(format, new Random(seed));
            },
            iter: 3_000,
            threads: 1);
        Assert.True(dates > 300, $"Only {dates} dates were tried.");

        void Walk<T>(string format, Random random)
            where T : struct, ISpanFormattable, IEquatable<T>
        {
            if (!IsReadable<T>(format))
            {
                return;
            }

            dates++;
            var prefix = Prefix<T>(format);
            List<byte> text = [];
            while (true)
            {
                byte[] next = [.. Enumerable.Range(0, 256).Select(value => (byte)value).Where(value => prefix.CanBecome([.. text, value]))];
                var isWhole = prefix.Is([.. text]);
                Assert.True(isWhole || next.Length > 0, $"Nothing can follow {Encoding.UTF8.GetString([.. text])} in {format}.");
                if (next.Length == 0 || (isWhole && random.Next(2) == 0))
                {
                    break;
                }

                text.Add(next[random.Next(next.Length)]);
            }

            var reader = new AnswerReader(Encoding.UTF8.GetString([.. text]));
            new DateSlot<T>("Date", format, TextEnd.OfAnswer).Read(ref reader);
            Assert.True(reader.Failure is null && reader.Rest.IsEmpty, $"{reader.Failure}: {Encoding.UTF8.GetString([.. text])} in {format}");
        }
    }

    private static bool IsReadable<T>(string format)
        where T : struct, ISpanFormattable =>
        DateFormat.Parse(format, DateType<T>.Shape, out _) is { } parsed && parsed.WhyUnreadable() is null;

    private static DatePrefix Prefix<T>(string format)
        where T : struct, ISpanFormattable => new(DateType<T>.Parse(format));

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
