using System.Text.Json;

namespace Itdr.Tests.Json;

public sealed class JsonInputTests
{
    [Theory]
    [InlineData("""{"history":[{"title":"a"},{"title":7}]}""", "history[1].title: expected a string, found 7")]
    [InlineData("""{"history":[{"title":"a"},{}]}""", "history[1].title: expected a value, found nothing")]
    [InlineData("""{"history":[{"title":"a","titel":"b"}]}""", "history[0]: expected only the fields title, tag and no \"titel\", found {\"title\":\"a\",\"titel\":\"b\"}")]
    [InlineData("""{"history":{}}""", "history: expected a list, found {}")]
    [InlineData("""{}""", "history: expected a value, found nothing")]
    [InlineData("""{"history":[{"title":"\ud83c"}]}""", "history[0].title: expected a string without half of a surrogate pair, found \"\\ud83c\"")]
    [InlineData("""{"history":[{"title":"a","\ud83c":"b"}]}""", """history[0]: expected fields whose names hold no half of a surrogate pair, found {"title":"a","\ud83c":"b"}""")]
    public void An_error_names_the_field_and_what_stands_there(string json, string message)
    {
        var error = Assert.Throws<JsonException>(() => Read(json));
        Assert.Equal(message, error.Message);
    }

    [Fact]
    public void A_field_that_is_null_or_missing_reads_as_absent()
    {
        Assert.Equal([("a", null), ("b", null)], Read("""{"history":[{"title":"a","tag":null},{"title":"b"}]}"""));
    }

    [Theory]
    [InlineData("1.5")]
    [InlineData("300")]
    [InlineData("\"7\"")]
    public void A_number_of_another_type_is_an_error(string json)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Throws<JsonException>(() => new JsonInput(document.RootElement).Number<byte>());
    }

    [Fact]
    public void A_decimal_keeps_its_digits()
    {
        using var document = JsonDocument.Parse("4.0");
        Assert.Equal("4.0", new JsonInput(document.RootElement).Number<decimal>().ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static (string Title, string? Tag)[] Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new JsonInput(document.RootElement).Fields("history").List("history", static entry =>
        {
            var fields = entry.Fields("title", "tag");
            return (fields.Read("title", static value => value.Text()), fields.ReadOptional("tag", static value => value.Text()));
        });
    }
}
