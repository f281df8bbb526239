namespace Itdr.Datasets.Tests.Sources;

/// <summary>Sources that come in several sizes, of which a user may have more than one in a folder.</summary>
public class EditionTests
{
    private const string MicroLens = "microlens";
    private const string PixelRec = "pixelrec";
    private const string Mind = "mind";
    private const string Pairs = "user,item,timestamp\r\n7,1,1600000000001\r\n7,2,1600000000000\r\n";
    private const string CutTitles = "1, Lamp song\r\n2, Lark\r\n";
    private const string WholeTitles = "item,title\r\n1,\"Lamp song, and more\"\r\n2,Lark\r\n";
    private const string PixelItems = "item_id,title,tag\n";

    [Fact]
    public void Pairs_of_a_million_users_are_not_read_with_the_titles_of_another_size()
    {
        using var raw = new RawFiles().With("MicroLens-1M_pairs.csv", Pairs).With("MicroLens-100k_title_en.csv", CutTitles);
        Assert.Contains("has MicroLens-1M_pairs.csv and MicroLens-100k_title_en.csv, which are of different editions of microlens", raw.FailureOf(MicroLens), StringComparison.Ordinal);
    }

    [Fact]
    public void Pairs_are_read_with_the_titles_of_their_own_size()
    {
        using var raw = new RawFiles().With("MicroLens-50k_pairs.csv", Pairs).With("MicroLens-50k_titles.csv", WholeTitles).With("MicroLens-100k_title_en.csv", CutTitles);
        Assert.Equal("Lamp song, and more", raw.Read(MicroLens).Titles["1"]);
    }

    [Fact]
    public void Two_sizes_that_number_their_videos_alike_may_lend_each_other_titles()
    {
        using var raw = new RawFiles().With("MicroLens-50k_pairs.csv", Pairs).With("MicroLens-100k_title_en.csv", CutTitles);
        Assert.Equal("Lamp song", raw.Read(MicroLens).Titles["1"]);
    }

    [Fact]
    public void Tags_and_counts_of_another_numbering_are_left_alone()
    {
        using var raw = new RawFiles().With("MicroLens-1M_pairs.csv", Pairs).With("MicroLens-1M_title.csv", WholeTitles)
            .With("tags_to_summary.csv", "1,music\n").With("MicroLens-100k_likes_and_views.txt", "1\t10000\t4731000\n");
        var lamp = raw.Read(MicroLens).Items[0];
        Assert.Empty(lamp.Categories);
        Assert.Empty(lamp.Properties);
    }

    [Fact]
    public void Interactions_are_read_with_the_videos_of_their_own_size()
    {
        using var raw = new RawFiles().With("Interaction/Pixel1M.csv", "item_id,user_id,timestamp\ni1,u1,1628000000\n")
            .With("ItemInformation/Pixel1M.csv", PixelItems + "i1,One,t\n")
            .With("ItemInformation/Pixel200K.csv", PixelItems + "i1,Other,t\n");
        Assert.Equal("One", raw.Read(PixelRec).Titles["i1"]);
    }

    [Fact]
    public void Interactions_without_the_videos_of_their_size_are_refused()
    {
        using var raw = new RawFiles().With("Interaction/Pixel1M.csv", "item_id,user_id,timestamp\ni1,u1,1628000000\n")
            .With("ItemInformation/Pixel200K.csv", PixelItems + "i1,Other,t\n");
        Assert.Contains("which are of different editions of pixelrec and do not go together", raw.FailureOf(PixelRec), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_both_sizes_of_the_news_log_the_small_one_is_read()
    {
        using var raw = new RawFiles();
        foreach (var (folder, title) in new[] { ("MINDlarge_train", "Large"), ("MINDsmall_train", "Small"), ("MINDsmall_dev", "Small") })
        {
            raw.With($"{folder}/behaviors.tsv", "1\tU7\t11/12/2019 2:14:46 PM\t\tN1-1\n").With($"{folder}/news.tsv", $"N1\tsports\tgolf\t{title}\t\turl\t[]\t[]\n");
        }

        var tables = raw.Read(Mind);
        Assert.Equal("Small", tables.Titles["N1"]);
        Assert.Equal(4, tables.Audits.Count);
        Assert.DoesNotContain(tables.Audits, static audit => audit.File.Name.Contains("large", StringComparison.Ordinal));
    }

    [Fact]
    public void A_piece_of_a_file_is_named_where_the_file_is_missing()
    {
        using var raw = new RawFiles().With("movies.csv", RawFiles.Ml32MMovies).With("ratings.head20.csv", RawFiles.Ml32MHeader);
        Assert.Contains("has no ratings.csv (ratings.head20.csv looks like a piece of it, which is not read);", raw.FailureOf(RawFiles.Ml32M), StringComparison.Ordinal);
    }
}
