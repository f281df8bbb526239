namespace Itdr.Datasets.Synthesis;

/// <summary>Fields of a CSV file as RFC 4180 has them.</summary>
internal static class CsvText
{
    /// <summary>A field, in quotes only if it holds a comma, a quote or a line break.</summary>
    public static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>A line of fields, each in quotes only if it needs them.</summary>
    public static string Line(params IEnumerable<string> fields) => string.Join(',', fields.Select(Field));
}
