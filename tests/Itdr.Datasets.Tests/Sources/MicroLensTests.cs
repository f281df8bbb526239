using Itdr.Testing;

namespace Itdr.Datasets.Tests.Sources;

public class MicroLensTests
{
    private const string Source = "microlens";
    private const string PairHeader = "user,item,timestamp\r\n";
    private const string Titles = "1, Lamp song # comic # ball\r\n2, \"Lark\" day\r\n3, \r\n";

    private static RawFiles Files(string pairs = "7,1,1600000000001\r\n7,2,1600000000000\r\n") => new RawFiles()
        .With("MicroLens-100k_pairs.csv", PairHeader + pairs)
        .With("MicroLens-100k_title_en.csv", Titles);

    [Fact]
    public void Pairs_are_put_into_time_order_by_their_milliseconds()
    {
        using var raw = Files();
        Assert.Equal("2=0@1600000000000 1=0@1600000000001", raw.Read(Source).HistoryOf("7"));
    }

    [Fact]
    public void Titles_without_quoting_are_split_at_their_first_comma_and_hashtags_and_quotes_stay()
    {
        using var raw = Files().With("MicroLens-100k_title_en.csv", "1, Lamp song # comic # ball, and more\r\n2, \"Lark\" day\r\n");
        var titles = raw.Read(Source, maxBadRows: 0).Titles;
        Assert.Equal(("Lamp song # comic # ball, and more", "\"Lark\" day"), (titles["1"], titles["2"]));
    }

    [Fact]
    public void A_video_without_a_title_is_left_out_and_is_no_bad_row()
    {
        using var raw = Files("7,3,1600000000000\r\n7,1,1600000000001\r\n");
        var tables = raw.Read(Source, maxBadRows: 0);
        Assert.Equal("1=0@1600000000001", tables.HistoryOf("7"));
        Assert.Equal(["MicroLens-100k_title_en.csv:3 no title ×1", "MicroLens-100k_pairs.csv:2 item without a title ×1"], tables.Refused);
    }

    [Fact]
    public void Titles_with_a_header_and_quotes_over_several_lines_are_read_too()
    {
        using var raw = new RawFiles()
            .With("MicroLens-50k_pairs.csv", PairHeader + "7,1,1600000000001\r\n7,19738,1600000000000\r\n")
            .With("MicroLens-50k_titles.csv", "item,title\r\n1,\"Lamp, the song\r\n# comic\"\r\n19738,Lark\r\n");
        var tables = raw.Read(Source, maxBadRows: 0);
        Assert.Equal("Lamp, the song # comic", tables.Titles["1"]);
        Assert.Equal("19738=0@1600000000000 1=0@1600000000001", tables.HistoryOf("7"));
    }

    [Fact]
    public void A_title_of_thousands_of_characters_is_cut_at_a_word()
    {
        using var raw = Files().With("MicroLens-100k_title_en.csv", $"1, {string.Concat(Enumerable.Repeat("lamp ", 1200))}\r\n2, Lark\r\n");
        var title = raw.Read(Source).Titles["1"];
        Assert.Equal(200, title.Length);
        Assert.EndsWith(" lamp…", title, StringComparison.Ordinal);
    }

    [Fact]
    public void One_line_a_user_in_time_order_is_read_where_there_are_no_pairs()
    {
        using var raw = Files().Without("MicroLens-100k_pairs.csv").With("MicroLens-100k_pairs.tsv", "7\t2 1 3\n8\t1\n9\t1 x\n");
        var tables = raw.Read(Source);
        Assert.Equal("2=0@0 1=0@1", tables.HistoryOf("7"));
        Assert.Equal("1=0@0", tables.HistoryOf("8"));
        Assert.Contains("MicroLens-100k_pairs.tsv:3 unknown item ×1", tables.Refused);
    }

    [Fact]
    public void Tags_likes_and_views_are_told_where_their_files_are_given()
    {
        using var raw = Files().With("tags_to_summary.csv", "1,music\n3,food\n").With("MicroLens-100k_likes_and_views.txt", "1\t10000\t4731000\n");
        var items = raw.Read(Source, maxBadRows: 0).Items;
        var known = items[items.IndexOf("1")];
        Assert.Equal(["music"], known.Categories);
        Assert.Equal(("10000", "4731000"), (known.PropertyOf("likes"), known.PropertyOf("views")));
        Assert.Empty(items[items.IndexOf("2")].Categories);
        Assert.Empty(items[items.IndexOf("2")].Properties);
    }

    [Theory]
    [InlineData("7,1,1600000000", "time out of range")]
    [InlineData("7,99,1600000000000", "unknown item")]
    [InlineData("7,1", "too few fields")]
    [InlineData("7,x,1600000000000", "not a number")]
    public void A_pair_that_cannot_be_is_counted_with_its_line(string row, string reason)
    {
        using var raw = Files($"7,1,1600000000000\r\n{row}\r\n8,1,1600000000000\r\n");
        Assert.Contains($"MicroLens-100k_pairs.csv:3 {reason} ×1", raw.Read(Source).Refused);
    }

    [Fact]
    public void Packed_pairs_are_read_to_their_end_though_they_take_less_room_than_their_content()
    {
        var pairs = string.Concat(Enumerable.Range(0, 5000).Select(static row => $"{row % 50},{1 + (row % 2)},{1600000000000 + row}\r\n"));
        using var plain = Files(pairs);
        using var packed = Files(pairs);
        using var stream = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(stream, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(File.ReadAllBytes(Path.Combine(plain.Path, "MicroLens-100k_pairs.csv")));
        }

        packed.Without("MicroLens-100k_pairs.csv").With("MicroLens-100k_pairs.csv.gz", stream.ToArray());
        var (first, second) = (plain.Read(Source, maxBadRows: 0), packed.Read(Source, maxBadRows: 0));
        Assert.Equal([5000L, 5000L], new[] { first, second }.Select(static tables => tables.Audits[^1].Rows));
        Assert.Equal(first.Sample.Users.Select(static user => user.Id), second.Sample.Users.Select(static user => user.Id));
        Assert.Equal(first.HistoryOf("7"), second.HistoryOf("7"));
        Assert.Equal(first.Audits[^1].File.Sha256, second.Audits[^1].File.Sha256);
    }

    [RealDataFact("microlens")]
    public void Both_local_files_of_titles_are_read_exactly()
    {
        using var hundred = Files().With("MicroLens-100k_title_en.csv", File.ReadAllBytes(Path.Combine(RealData.Path("microlens"), "MicroLens-100k_title_en.csv")));
        var tables = hundred.Read(Source, maxBadRows: 0);
        Assert.Equal(19_738 - 72, tables.Items.Count);
        Assert.Contains("no title ×72", string.Join(' ', tables.Refused), StringComparison.Ordinal);
        using var fifty = new RawFiles()
            .With("MicroLens-50k_pairs.csv", PairHeader + "7,1,1600000000001\r\n")
            .With("MicroLens-50k_titles.csv", File.ReadAllBytes(Path.Combine(RealData.Path("microlens"), "MicroLens-50k_titles.csv")));
        Assert.Equal(19_220, fifty.Read(Source, maxBadRows: 0).Items.Count);
    }
}
