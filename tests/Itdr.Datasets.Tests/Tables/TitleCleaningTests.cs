using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Tests.Tables;

public class TitleCleaningTests
{
    [Theory]
    [InlineData("Lamp &amp; Moon", "Lamp & Moon")]
    [InlineData("&#304;zmir &quot;x&quot;", "İzmir \"x\"")]
    [InlineData("R&B & Co; AT&T", "R&B & Co; AT&T")]
    public void Entities_are_decoded_and_other_ampersands_stay(string raw, string clean) =>
        Assert.Equal(clean, TitleCleaning.DecodeEntities(raw));

    [Theory]
    [InlineData("a\nb", "a b")]
    [InlineData("a \r\n b\r\rc", "a b c")]
    [InlineData("a\tb\0c\u2028d\u0085e", "a b c d e")]
    [InlineData("plain  text", "plain  text")]
    public void A_line_break_with_the_blanks_around_it_becomes_one_space(string raw, string clean) =>
        Assert.Equal(clean, TitleCleaning.LineBreaksToSpaces(raw));

    [Theory]
    [InlineData(null, "")]
    [InlineData(" \n ", "")]
    [InlineData("&nbsp;", "")]
    [InlineData("  Lamp (1990) ", "Lamp (1990)")]
    [InlineData("a&#10;b", "a b")]
    public void What_is_left_has_no_blanks_around_it_and_no_break_in_it(string? raw, string clean) =>
        Assert.Equal(clean, TitleCleaning.Clean(raw));

    [Fact]
    public void A_title_of_200_characters_stays_whole()
    {
        var title = new string('x', 195) + " yyyy";
        Assert.Equal(title, TitleCleaning.Clean(title));
    }

    [Fact]
    public void A_longer_title_is_cut_after_its_last_word_that_fits()
    {
        var title = string.Join(' ', Enumerable.Repeat("word", 60));
        var cut = TitleCleaning.Clean(title);
        Assert.Equal(string.Join(' ', Enumerable.Repeat("word", 40))[..199] + "…", cut);
        Assert.True(cut.Length <= TitleCleaning.MostCharacters);
    }

    [Fact]
    public void A_word_that_ends_exactly_where_the_room_ends_stays()
    {
        Assert.Equal("abc def…", TitleCleaning.CutAtWord("abc def ghi", 8));
        Assert.Equal("abc…", TitleCleaning.CutAtWord("abc def ghi", 7));
    }

    [Fact]
    public void One_long_word_is_cut_between_characters_as_a_reader_sees_them()
    {
        Assert.Equal("aa…", TitleCleaning.CutAtWord("aa👍🏽bbbb", 5));
        Assert.Equal("aa👍🏽…", TitleCleaning.CutAtWord("aa👍🏽bbbb", 7));
        Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(TitleCleaning.CutAtWord("👍🏽bbbb", 2 + 1))));
    }
}
