namespace Itdr;

/// <summary>The texts of dates in a format, as patterns: each number within its range, each name one of its kind.</summary>
internal static class DatePattern
{
    private static readonly Pattern Digit = Pattern.Of(CodePoints.Between('0', '9'));

    /// <summary>The decimals of a second, where there are any.</summary>
    public static Pattern Decimals { get; } = Pattern.Optional(Pattern.Sequence([Pattern.Of("."), Pattern.Repeat(Digit, 1, 7)]));

    /// <summary>Every text of a format.</summary>
    public static Pattern Of(DateFormat format) => Pattern.Sequence(format.Elements.Select(Of));

    private static Pattern Of(DateElement element) => element.Part switch
    {
        DatePart.Literal => Pattern.Of(element.Text),
        DatePart.YearOfCentury => Number(element, 0, 99),
        DatePart.Month => Number(element, 1, 12),
        DatePart.Day => Number(element, 1, 31),
        DatePart.Hour => Number(element, 0, 23),
        DatePart.HalfDayHour => Number(element, 1, 12),
        DatePart.Minute or DatePart.Second => Number(element, 0, 59),
        _ => DateReading.NamesOf(element) is { } names ? Pattern.Choice(names.Select(Pattern.Of)) : Pattern.Repeat(Digit, element.Digits, element.Digits),
    };

    /// <summary>The numbers of a range, with zeros before them where the format has a fixed number of digits.</summary>
    private static Pattern Number(DateElement element, int least, int greatest)
    {
        if (element.Digits == 1)
        {
            return WholeNumberPattern.Between(least, greatest);
        }

        var tens = Enumerable.Range(0, (greatest / 10) + 1).Select(ten => Pattern.Sequence([
            Pattern.Of(((char)('0' + ten)).ToString()),
            Pattern.Of(CodePoints.Between('0' + (ten == 0 ? least : 0), '0' + (ten == greatest / 10 ? greatest % 10 : 9)))]));
        return Pattern.Choice(tens);
    }
}
