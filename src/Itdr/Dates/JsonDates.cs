namespace Itdr;

/// <summary>Dates in JSON: ISO 8601 without a time zone, as in <c>2024-05-01</c>, <c>2024-05-01T18:30:00</c> and <c>18:30:00.5</c>.</summary>
public static class JsonDates
{
    /// <summary>The text of a date.</summary>
    /// <typeparam name="T"><see cref="DateOnly"/>, <see cref="DateTime"/> or <see cref="TimeOnly"/>.</typeparam>
    /// <param name="value">The date; the kind of a <see cref="DateTime"/> is not written.</param>
    public static string Text<T>(T value)
        where T : struct, ISpanFormattable => DateType<T>.JsonText(value);
}
