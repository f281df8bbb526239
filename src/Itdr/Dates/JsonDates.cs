namespace Itdr;

/// <summary>Dates in JSON: ISO 8601 without a time zone, as in <c>2024-05-01</c>, <c>2024-05-01T18:30:00</c> and <c>18:30:00.5</c>.</summary>
/// <remarks>
/// The <see cref="DateTime.Kind"/> of a time is written neither here nor in a prompt or label, and what is read is
/// <see cref="DateTimeKind.Unspecified"/>. .NET compares times without their kind, so records that hold them are equal
/// to what reads back, and equal records have the same texts. Who needs the instant says in the wording which clock is
/// meant and calls <see cref="DateTime.SpecifyKind"/> on what was read.
/// </remarks>
public static class JsonDates
{
    /// <summary>The text of a date.</summary>
    /// <typeparam name="T"><see cref="DateOnly"/>, <see cref="DateTime"/> or <see cref="TimeOnly"/>.</typeparam>
    /// <param name="value">The date; the kind of a <see cref="DateTime"/> is not written.</param>
    public static string Text<T>(T value)
        where T : struct, ISpanFormattable => DateType<T>.JsonText(value);
}
