using System.Text;
using Itdr.Datasets.Sources.Records;

namespace Itdr.Datasets.Tests.Sources.Records;

public class RecordReaderTests
{
    private static readonly RecordFormat Backslash = new(';', QuoteStyle.Backslash, Encoding.UTF8) { FallsBackToLatin1 = true };

    [Fact]
    public void Doubled_quotes_delimiters_and_line_breaks_stand_inside_quotes() =>
        Assert.Equal(["1: a|say \"hi\", you|c", "2: d|two\nlines|f", "4: g|h|i"], Read(RecordFormat.Csv, "a,\"say \"\"hi\"\", you\",c\nd,\"two\nlines\",f\r\ng,h,i"));

    [Fact]
    public void A_backslash_stands_before_a_quote_and_before_a_backslash() =>
        Assert.Equal(["1: 268|århus, \"n/a\"|NULL", "2: 5|a\\|7"], Read(Backslash, [.. "\"268\";\""u8, 0xE5, .. "rhus, \\\"n/a\\\"\";NULL\r\n\"5\";\"a\\\\\";\"7\"\r\n"u8]));

    [Fact]
    public void A_quote_that_nothing_escapes_belongs_to_the_field_unless_a_delimiter_follows() =>
        Assert.Equal(["1: 1|the \"big\" book; a tale|2"], Read(Backslash, "\"1\";\"the \"big\" book; a tale\";\"2\"\r\n"));

    [Fact]
    public void Without_quoting_a_quote_at_the_front_of_a_field_is_a_character() =>
        Assert.Equal(["1: a|\"quoted start|c", "2: d||"], Read(RecordFormat.Tsv, "a\t\"quoted start\tc\nd\t\t\n"));

    [Fact]
    public void A_record_of_two_fields_is_split_at_the_first_delimiter_alone() =>
        Assert.Equal(["1: 7| one, two, three"], Read(RecordFormat.Csv with { Quotes = QuoteStyle.None, MostFields = 2 }, "7, one, two, three\r\n"));

    [Fact]
    public void Both_line_ends_in_one_file_and_a_byte_order_mark_are_read() =>
        Assert.Equal(["1: a|b", "2: c|d", "3: e|f"], Read(RecordFormat.Csv, [0xEF, 0xBB, 0xBF, .. "a,b\r\nc,d\ne,f"u8]));

    [Fact]
    public void A_record_is_Latin_1_only_where_it_is_no_UTF_8() =>
        Assert.Equal(["1: Colecció", "2: Köln"], Read(Backslash, [.. "\"Colecció\"\r\n\"K"u8, 0xF6, .. "ln\"\r\n"u8]));

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_a_fault_of_one_record() =>
        Assert.Equal(["1: InvalidEncoding", "2: c|d"], Read(RecordFormat.Csv, [(byte)'a', 0xFF, .. ",b\nc,d\n"u8]));

    [Theory]
    [InlineData("a,\"b\nc,d\ne,f\n")]
    [InlineData("a,\"b\"x\nc,d\ne,f\n")]
    public void A_broken_quote_costs_no_more_than_its_own_line(string text) =>
        Assert.Equal(["1: BrokenQuotes", "2: c|d", "3: e|f"], Read(RecordFormat.Csv, text));

    [Fact]
    public void A_quote_that_never_closes_is_given_up_after_a_megabyte()
    {
        var text = "a,\"b\n" + string.Concat(Enumerable.Repeat("c,d\n", RecordReader.MostBytes / 2));
        var records = Read(RecordFormat.Csv, text);
        Assert.Equal("1: BrokenQuotes", records[0]);
        Assert.Equal("2: c|d", records[1]);
        Assert.Equal(1 + (RecordReader.MostBytes / 2), records.Count);
    }

    [Fact]
    public void A_line_of_many_megabytes_is_one_bad_record()
    {
        var records = Read(RecordFormat.Tsv, "a\tb\n" + new string('x', 5 * RecordReader.MostBytes) + "\nc\td\n");
        Assert.Equal(["1: a|b", "2: LineTooLong", "3: c|d"], records);
    }

    [Fact]
    public void A_record_across_the_bound_of_two_readings_is_whole()
    {
        var filler = new string('x', 999);
        var text = string.Concat(Enumerable.Range(0, 3000).Select(row => $"{row},\"{filler}\n{row}\"\n"));
        var records = Read(RecordFormat.Csv, text);
        Assert.Equal(3000, records.Count);
        Assert.All(records.Select(static (record, row) => (record, row)), one => Assert.Equal($"{1 + (2 * one.row)}: {one.row}|{filler}\n{one.row}", one.record));
    }

    [Fact]
    public void What_a_NUL_byte_separates_stays_one_field() =>
        Assert.Equal(["1: a\0b|c"], Read(RecordFormat.Csv, "a\0b,c\n"));

    private static List<string> Read(RecordFormat format, string text) => Read(format, Encoding.UTF8.GetBytes(text));

    /// <summary>Each record as <c>line: field|field</c>, or <c>line: fault</c>.</summary>
    private static List<string> Read(RecordFormat format, byte[] bytes)
    {
        var records = new List<string>();
        var reader = new RecordReader(new MemoryStream(bytes), format);
        reader.SkipByteOrderMark();
        while (reader.Read())
        {
            records.Add($"{reader.Line}: {(reader.Fault is { } fault ? fault.ToString() : string.Join('|', Enumerable.Range(0, reader.Count).Select(reader.Text)))}");
        }

        return records;
    }
}
