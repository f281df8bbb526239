using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Tests.Tables;

public class TextCleaningTests
{
    [Theory]
    [InlineData("One<br /><br />two", "One two")]
    [InlineData("<p>One</p> <b>two</b>", "One two")]
    [InlineData("See <a href=\"https://example.com\">it</a>.", "See it .")]
    [InlineData("5 < 6 and a <b and c> d", "5 < 6 and a <b and c> d")]
    [InlineData("x <y> z", "x <y> z")]
    [InlineData("&lt;br&gt; &#34;so&#34; &amp;amp;", "<br> \"so\" &amp;")]
    [InlineData(" one\r\n\ttwo ", "one two")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Tags_entities_and_line_breaks_go_and_what_was_written_stays(string? text, string expected) =>
        Assert.Equal(expected, TextCleaning.Clean(text));

    [Fact]
    public void A_text_of_nothing_but_open_tags_takes_no_time()
    {
        var text = string.Concat(Enumerable.Repeat("<b ", 200_000));
        Assert.Equal(text.Trim(), TextCleaning.Clean(text));
    }
}
