namespace Itdr;

/// <summary>What a type of dates holds.</summary>
[Flags]
internal enum DateShape
{
    /// <summary>A day.</summary>
    Date = 1,

    /// <summary>A time of day.</summary>
    Time = 2,
}

/// <summary>A piece of a date's text.</summary>
/// <param name="part">What it says.</param>
/// <param name="digits">How many digits it has; 1 stands for as many as the value needs, 0 for no number.</param>
/// <param name="text">The text of a literal; empty otherwise.</param>
internal readonly struct DateElement(DatePart part, int digits, string text = "")
{
    /// <summary>What the piece says.</summary>
    public DatePart Part { get; } = part;

    /// <summary>How many digits it has; 1 stands for as many as the value needs, 0 for no number.</summary>
    public int Digits { get; } = digits;

    /// <summary>The text of a literal; empty otherwise.</summary>
    public string Text { get; } = text;

    /// <summary>How many digits it may have; 0 for no number.</summary>
    public int MostDigits => Digits == 1 && Part != DatePart.Fraction ? 2 : Digits;

    /// <summary>Whether it is a number without a fixed number of digits.</summary>
    public bool IsOpen => MostDigits > Digits;
}

/// <summary>What a piece of a date's text says.</summary>
internal enum DatePart
{
    Literal,
    Year,
    YearOfCentury,
    Month,
    MonthName,
    ShortMonthName,
    Day,
    DayName,
    ShortDayName,
    Hour,
    HalfDayHour,
    Minute,
    Second,
    Fraction,
    ShortFraction,
    HalfDay,
}
