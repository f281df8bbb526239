using System.Globalization;
using System.Text.RegularExpressions;
using CsCheck;

namespace Itdr.Tests.Dates;

/// <summary>What we take a format of dates for is what .NET does with it.</summary>
public class DateFormatTests
{
    private static readonly string[] Pieces =
        ["yyyy", "yy", "y", "MMMM", "MMM", "MM", "M", "dddd", "ddd", "dd", "d", "HH", "H", "hh", "h", "mm", "m", "ss", "s", "fff", "fffffff", "F", "tt", "t", "-", "/", ":", " ", ".", ", ", "'of'", "\"at\"", "\\d", "T", "1", "'", "\\", "K", "z", "g", "%"];

    internal static readonly Gen<string> Formats = Gen.OneOf(
        Gen.OneOf(Gen.OneOf(Pieces), Gen.OneOf("yyyy", "MM", "dd", "HH", "mm", "-", " ")).Array[1, 9].Select(string.Concat),
        Gen.OneOf("yyyy-MM-dd", "d MMMM yyyy", "dddd, MMM d, yyyy", "yyyyMMdd", "M/d/yyyy h:mm tt", "yyyy-MM-dd'T'HH:mm:ss.fff"),
        Gen.Char['A', 'z'].Select(letter => letter.ToString()));

    private static readonly Gen<DateTime> Times = Gen.DateTime[DateTime.MinValue, DateTime.MaxValue];

    [Fact]
    public void A_format_that_is_accepted_is_one_of_its_type()
    {
        Formats.Sample(format => Holds(DateShape.Date, format, new DateOnly(2024, 5, 1)), iter: 20_000);
        Formats.Sample(format => Holds(DateShape.Time, format, new TimeOnly(18, 4, 59)), iter: 20_000);
        Formats.Sample(format => Holds(DateShape.Date | DateShape.Time, format, new DateTime(2024, 5, 1, 18, 4, 59)), iter: 20_000);
    }

    [Theory]
    [InlineData("'it\\'s' yyyy-MM-dd")]
    [InlineData("yyyy-MM-dd \"a\\b\"")]
    public void A_backslash_between_quotes_is_refused_since_types_of_dates_read_it_differently(string format)
    {
        Assert.Null(DateFormat.Parse(format, DateShape.Date, out var flaw));
        Assert.StartsWith(@"it has a '\' between quotes", flaw, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_reads_back_from_each_format_that_loses_nothing()
    {
        var read = 0;
        Gen.Select(Formats, Times, (format, time) => (format, time)).Sample(
            sample =>
            {
                var day = DateOnly.FromDateTime(sample.time);
                var minute = new DateTime(sample.time.Ticks - (sample.time.Ticks % TimeSpan.TicksPerMinute), DateTimeKind.Utc);
                return ReadsBack(sample.format, day, ref read) && ReadsBack(sample.format, TimeOnly.FromDateTime(minute), ref read) && ReadsBack(sample.format, minute, ref read);
            },
            iter: 50_000,
            threads: 1);

        Assert.True(read > 5_000, $"Only {read} dates were read.");
    }

    [Theory]
    [InlineData("MM-dd", "it loses the year; add 'yyyy'")]
    [InlineData("yy-MM-dd", "it loses the century; write the year as 'yyyy'")]
    [InlineData("yyyy dd", "it loses the month; add 'MM', 'MMM' or 'MMMM'")]
    [InlineData("MMMM yyyy", "it loses the day of the month; add 'dd'")]
    [InlineData("yyy yyyy-MM-dd", "'yyy' writes as many digits as the year has; use 'yyyy'")]
    [InlineData("yyyyMd", "a number without a fixed number of digits is followed by a digit, so a reader cannot see where it ends; double its letter or put other text between")]
    public void A_format_that_loses_a_part_of_the_day_says_which(string format, string reason) =>
        Assert.Equal(reason, DateFormat.Parse(format, DateShape.Date, out _)!.WhyUnreadable());

    [Theory]
    [InlineData("yyyy-MM-dd", "it loses the time of day; make the property a DateOnly, or add 'HH:mm'")]
    [InlineData("yyyy-MM-dd hh:mm", "it loses which half of the day is meant; use 'HH', or add 'tt'")]
    [InlineData("yyyy-MM-dd HH", "it loses the minute; add 'mm'")]
    [InlineData("yyyy-MM-dd HH:mm:ss.F", "'F' leaves out zeros, so a reader cannot see where the date ends; use 'f'")]
    public void A_format_that_loses_a_part_of_the_time_says_which(string format, string reason) =>
        Assert.Equal(reason, DateFormat.Parse(format, DateShape.Date | DateShape.Time, out _)!.WhyUnreadable());

    [Fact]
    public void The_kind_of_a_time_is_no_part_of_its_label_and_reads_back_as_unspecified()
    {
        var slot = new DateSlot<DateTime>("Seen", "yyyy-MM-dd HH:mm", TextEnd.OfAnswer);
        foreach (var kind in Enum.GetValues<DateTimeKind>())
        {
            var time = new DateTime(2024, 5, 1, 18, 30, 0, kind);
            var writer = new PromptWriter([]);
            slot.Write(ref writer, time);
            var label = writer.ToString();
            writer.Dispose();
            Assert.Equal("2024-05-01 18:30", label);
            Assert.Equal("2024-05-01T18:30:00", JsonDates.Text(time));

            var reader = new AnswerReader(label);
            var read = slot.Read(ref reader);
            Assert.Equal(time, read);
            Assert.Equal(DateTimeKind.Unspecified, read.Kind);
        }
    }

    private static bool Holds<T>(DateShape shape, string format, T value)
        where T : ISpanFormattable
    {
        if (DateFormat.Parse(format, shape, out _) is not null)
        {
            _ = value.ToString(format, CultureInfo.InvariantCulture);
        }

        return true;
    }

    private static bool ReadsBack<T>(string format, T value, ref int read)
        where T : struct, ISpanFormattable, IEquatable<T>
    {
        if (DateFormat.Parse(format, DateType<T>.Shape, out _) is not { } parsed || parsed.WhyUnreadable() is not null)
        {
            return true;
        }

        read++;
        var slot = new DateSlot<T>("Date", format, TextEnd.BeforeOrAtEnd("|"));
        var text = value.ToString(format, CultureInfo.InvariantCulture);
        var strict = new AnswerReader(text + "|");
        var json = System.Text.Json.JsonDocument.Parse($"\"{JsonDates.Text(value)}\"").RootElement;
        return slot.Read(ref strict).Equals(value) && strict.Position == text.Length
            && slot.ReadJson(new JsonInput(json)).Equals(value)
            && Regex.IsMatch(text, $@"\A(?:{slot.Constrain().ToRegex()})\z", RegexOptions.CultureInvariant);
    }
}
