using System.Text;

namespace Itdr.Datasets.Sources.Records;

/// <summary>How quotes stand in the fields of a text file.</summary>
internal enum QuoteStyle
{
    /// <summary>A quote is a character like any other.</summary>
    None,

    /// <summary>A field may stand in quotes; a quote inside is doubled (RFC 4180).</summary>
    Doubled,

    /// <summary>A field may stand in quotes; a backslash stands before a quote inside. A quote that no delimiter follows is part of the field.</summary>
    Backslash,
}

/// <summary>The form of a text file with delimited records.</summary>
/// <param name="Delimiter">What stands between two fields.</param>
/// <param name="Quotes">How quotes stand.</param>
/// <param name="Encoding">The encoding: UTF-8 or Latin-1.</param>
internal sealed record RecordFormat(char Delimiter, QuoteStyle Quotes, Encoding Encoding)
{
    /// <summary>Whether a record that is no text in the encoding is taken as Latin-1, in a source that mixes both.</summary>
    public bool FallsBackToLatin1 { get; init; }

    /// <summary>The most fields of a record without quoting; the last of them takes the rest of the line, delimiters and all.</summary>
    public int MostFields { get; init; } = int.MaxValue;

    /// <summary>Commas, doubled quotes, UTF-8.</summary>
    public static RecordFormat Csv { get; } = new(',', QuoteStyle.Doubled, Encoding.UTF8);

    /// <summary>TABs, no quoting, UTF-8.</summary>
    public static RecordFormat Tsv { get; } = new('\t', QuoteStyle.None, Encoding.UTF8);
}
