using System.Globalization;

namespace Itdr;

/// <summary>What the runtime knows of a type of dates: <see cref="DateOnly"/>, <see cref="DateTime"/> or <see cref="TimeOnly"/>.</summary>
internal static class DateType<T>
    where T : struct, ISpanFormattable
{
    /// <summary>What the type holds.</summary>
    public static DateShape Shape { get; } =
        typeof(T) == typeof(DateOnly) ? DateShape.Date
        : typeof(T) == typeof(TimeOnly) ? DateShape.Time
        : typeof(T) == typeof(DateTime) ? DateShape.Date | DateShape.Time
        : throw new NotSupportedException($"{typeof(T)} is no type of dates; use DateOnly, DateTime or TimeOnly.");

    /// <summary>The format in JSON, without its decimals.</summary>
    public static DateFormat JsonFormat { get; } = Parse(Shape switch
    {
        DateShape.Date => "yyyy-MM-dd",
        DateShape.Time => "HH:mm:ss",
        _ => "yyyy-MM-dd'T'HH:mm:ss",
    });

    /// <summary>A format of the type.</summary>
    /// <exception cref="FormatException">The type has no such format.</exception>
    public static DateFormat Parse(string format) => DateFormat.Parse(format, Shape, out var flaw)
        ?? throw new FormatException($"'{format}' is not a format of {typeof(T).Name}: {flaw}.");

    /// <summary>The text of a value in JSON: ISO 8601 without a time zone, with as many decimals of a second as are needed.</summary>
    public static string JsonText(T value) => value.ToString(
        Shape switch
        {
            DateShape.Date => "yyyy-MM-dd",
            DateShape.Time => "HH:mm:ss.FFFFFFF",
            _ => "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        },
        CultureInfo.InvariantCulture);

    /// <summary>The value of a text in JSON, or null.</summary>
    public static T? FromJson(string text)
    {
        var length = DateReading.Read(JsonFormat, text, StringComparison.Ordinal, out var fields);
        if (length < 0)
        {
            return null;
        }

        var decimals = text[length..];
        if (decimals.Length > 0)
        {
            if (!Shape.HasFlag(DateShape.Time) || decimals.Length is < 2 or > 8 || decimals[0] != '.' || decimals.AsSpan(1).ContainsAnyExceptInRange('0', '9'))
            {
                return null;
            }

            fields.Ticks = int.Parse(decimals[1..].PadRight(7, '0'), NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return Make(fields);
    }

    /// <summary>The value that a text says, or null if there is none.</summary>
    public static T? Make(in DateFields fields)
    {
        if (Shape == DateShape.Date)
        {
            return fields.Date() is { } day ? (T)(object)day : null;
        }

        if (Shape == DateShape.Time)
        {
            return fields.Time() is { } time ? (T)(object)time : null;
        }

        return fields.Date() is { } date && fields.Time() is { } ofDay ? (T)(object)date.ToDateTime(ofDay) : null;
    }
}
