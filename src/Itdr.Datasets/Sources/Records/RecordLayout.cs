using System.Globalization;
using System.Text;
using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Sources.Records;

/// <summary>A column that a reader wants.</summary>
/// <param name="Name">Its name in messages.</param>
/// <param name="Spellings">What else the header may call it. Case, blanks and punctuation make no difference.</param>
internal sealed record RecordColumn(string Name, params IReadOnlyList<string> Spellings)
{
    /// <summary>Whether a header that lacks it is a header all the same.</summary>
    public bool IsOptional { get; init; }
}

/// <summary>Where the fields that a reader wants stand in the records of one file.</summary>
/// <param name="Format">The form of the file.</param>
/// <param name="FieldCount">How many fields a record has.</param>
/// <param name="Columns">The names of the wanted columns, for messages.</param>
/// <param name="Places">For each wanted column the index of its field, or -1 if the file lacks it.</param>
/// <param name="HasHeader">Whether the first record is a header.</param>
internal sealed record RecordLayout(RecordFormat Format, int FieldCount, IReadOnlyList<string> Columns, IReadOnlyList<int> Places, bool HasHeader)
{
    private const int MostShown = 80;

    /// <summary>The layout of a file without a header, all of whose columns are wanted.</summary>
    public static RecordLayout Headless(RecordFormat format, params string[] columns) =>
        new(format, columns.Length, columns, [.. Enumerable.Range(0, columns.Length)], HasHeader: false);

    /// <summary>Finds the layout of a file by its header.</summary>
    /// <param name="file">The file.</param>
    /// <param name="columns">The wanted columns.</param>
    /// <param name="formats">The forms that the file may have, the likeliest first.</param>
    /// <exception cref="DatasetException">The first record names not all of the columns in any of the forms.</exception>
    public static RecordLayout OfHeader(SourceFile file, IReadOnlyList<RecordColumn> columns, params IReadOnlyList<RecordFormat> formats)
    {
        foreach (var format in formats)
        {
            if (Find(format, Header(file, format), columns) is { } layout)
            {
                return layout;
            }
        }

        var found = string.Join(formats[0].Delimiter, Header(file, formats[0]));
        found = Tables.TitleCleaning.LineBreaksToSpaces(found[..Math.Min(found.Length, MostShown)]);
        var wanted = columns.Where(static column => !column.IsOptional).Select(static column => column.Name);
        throw new DatasetException($"{file.Label} line 1: expected a header with the columns {Phrase.List(wanted)}, found \"{found}\".");
    }

    private static List<string> Header(SourceFile file, RecordFormat format)
    {
        using var stream = file.OpenRead();
        var reader = new RecordReader(stream, format);
        reader.SkipByteOrderMark();
        return reader.Read() ? [.. Enumerable.Range(0, reader.Count).Select(reader.Text)] : [];
    }

    private static RecordLayout? Find(RecordFormat format, List<string> header, IReadOnlyList<RecordColumn> columns)
    {
        var names = header.ConvertAll(Plain);
        var places = columns.Select(column => names.FindIndex(name => column.Spellings.Prepend(column.Name).Any(spelling => Plain(spelling) == name))).ToList();
        return places.Zip(columns).All(static pair => pair.First >= 0 || pair.Second.IsOptional) && places.Exists(static place => place >= 0)
            ? new RecordLayout(format, header.Count, [.. columns.Select(static column => column.Name)], places, HasHeader: true)
            : null;
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var character in name.Where(char.IsLetterOrDigit))
        {
            plain.Append(char.ToLower(character, CultureInfo.InvariantCulture));
        }

        return plain.ToString();
    }
}
