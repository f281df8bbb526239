using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Itdr.Inference.Tests.Engine;
using Microsoft.Extensions.AI;

namespace Itdr.Inference.Tests.Json;

/// <summary>Text that a JSON schema holds to its form.</summary>
public sealed class JsonSchemaTests
{
    private const string Film = """
        {"type":"object","properties":{"title":{"type":"string","minLength":1},"year":{"type":"integer","minimum":1900,"maximum":2030},"seen":{"type":"boolean"}},"required":["title"],"additionalProperties":false}
        """;

    private const string Tree = """{"type":"object","properties":{"name":{"type":"string"},"below":{"type":"array","items":{"$ref":"#"}}},"required":["name"]}""";

    [Theory]
    [InlineData(Film, """{"title":"A"}""")]
    [InlineData(Film, """{ "title" : "Ünï 愛" , "year" : 1999 , "seen" : false }""")]
    [InlineData(Film, """{"title":"\u0041","seen":true}""")]
    [InlineData(Tree, """{"name":"a","below":[{"name":"b"},{"name":"c","below":[]}]}""")]
    [InlineData("""{"$defs":{"a/b":{"const":1}},"type":"object","properties":{"x":{"$ref":"#/$defs/a~1b"}}}""", """{"x":1}""")]
    [InlineData("""{"type":"array","items":{"enum":["a","b","c"]},"uniqueItems":true,"minItems":2,"maxItems":3}""", """["c","a"]""")]
    [InlineData("""{"type":"array","items":{"type":"number"},"minItems":1}""", "[-0.5e+3, 7]")]
    [InlineData("""{"type":"object"}""", """{"a":{"b":[null]}}""")]
    [InlineData("""{"additionalProperties":{"type":"integer"}}""", """{"a":1,"b":-2}""")]
    [InlineData("""{"type":"object","required":["x"]}""", """{"x":[1]}""")]
    [InlineData("""{"type":["integer","null"],"exclusiveMinimum":0}""", "null")]
    [InlineData("""{"type":["integer","number"]}""", "12.5")]
    [InlineData("""{"anyOf":[{"type":"string","maxLength":2},{"enum":[{"a":1},"long"]}]}""", """{"a":1}""")]
    [InlineData("true", """[1,"a"]""")]
    public void What_a_schema_accepts_is_taken_byte_by_byte(string schema, string text)
    {
        var draft = Draft(schema);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            Assert.True(draft.TryAdd([value]), $"{(char)value} of {text} was refused.");
        }

        Assert.True(draft.IsWhole);
    }

    [Theory]
    [InlineData(Film, """{"title":"A""", "\n")]
    [InlineData(Film, """{"title":"A","year":1999""", "9")]
    [InlineData(Film, """{"title":"A","year":""", "3")]
    [InlineData(Film, """{"title":"A","year":20""", "31")]
    [InlineData(Film, """{"title":"A","year":1999""", ".")]
    [InlineData(Film, """{"title":"A","year":""", "18")]
    [InlineData(Film, """{"title":""", "1")]
    [InlineData(Film, """{"title":"A",""", "\"other\"")]
    [InlineData(Film, """{"title":"A",""", "}")]
    [InlineData(Film, """{"title":"A","seen":true""", ",")]
    [InlineData(Film, "{", "}")]
    [InlineData(Film, "", "[")]
    [InlineData(Tree, """{"name":"a","below":[""", "1")]
    [InlineData("""{"type":"array","items":{"enum":["a","b","c"]},"uniqueItems":true}""", """["b",""", "\"b")]
    [InlineData("""{"type":"array","items":{"enum":["a","b","c"]},"uniqueItems":true,"minItems":2}""", """["b" """, "]")]
    [InlineData("""{"type":"array","items":{"type":"null"},"maxItems":2}""", "[null,null", ",")]
    [InlineData("""{"type":"array","maxItems":0}""", "[", "1")]
    [InlineData("""{"type":"string","minLength":2}""", "\"愛", "\"")]
    [InlineData("""{"type":"string","maxLength":2}""", "\"🎬愛", "a")]
    [InlineData("""{"type":"string"}""", "\"", "\\ud800")]
    [InlineData("""{"type":"integer","exclusiveMinimum":0}""", "", "0")]
    [InlineData("""{"type":"integer","exclusiveMaximum":10}""", "1", "0")]
    [InlineData("""{"type":"number","maximum":4.5}""", "4.", "6")]
    [InlineData("""{"type":"integer","enum":[1,"1",1.5]}""", "", "\"")]
    [InlineData("""{"type":"integer","enum":[1,"1",1.5]}""", "1", ".")]
    public void What_a_schema_refuses_cannot_be_written(string schema, string front, string refused)
    {
        var draft = Draft(schema);
        Assert.True(front.Length == 0 || draft.TryAdd(Encoding.UTF8.GetBytes(front)), $"{front} was refused.");
        Assert.False(draft.Allows(Encoding.UTF8.GetBytes(refused)));
    }

    [Theory]
    [InlineData("""{"type":"string","pattern":"a+"}""", "# has the keyword pattern")]
    [InlineData("""{"type":"object","properties":{"when":{"type":"string","format":"date"}}}""", "#/properties/when has the keyword format")]
    [InlineData("""{"anyOf":[{"type":"string"}],"minLength":1}""", "has the keyword minLength beside anyOf")]
    [InlineData("""{"oneOf":[{"type":"string"}]}""", "has the keyword oneOf")]
    [InlineData("""{"type":"number","exclusiveMinimum":0}""", "excludes a bound")]
    [InlineData("""{"type":"array","uniqueItems":true}""", "uniqueItems for items that are no enum")]
    [InlineData("""{"type":"array","uniqueItems":true,"items":{"enum":[1,1]},"minItems":2}""", "2 different items of 1")]
    [InlineData("""{"type":"string","minLength":3,"maxLength":2}""", "minLength and maxLength")]
    [InlineData("""{"type":"integer","minimum":3,"maximum":2}""", "bounds that no number")]
    [InlineData("""{"type":"text"}""", "the type text")]
    [InlineData("""{"type":"string","enum":[1]}""", "names no value of its type")]
    [InlineData("""{"$ref":"#/$defs/absent"}""", "refers to #/$defs/absent")]
    [InlineData("""{"$ref":"https://example.org/schema"}""", "refers to https://example.org/schema")]
    [InlineData("""{"$defs":{"a":{"anyOf":[{"$ref":"#/$defs/b"}]},"b":{"$ref":"#/$defs/a"}},"$ref":"#/$defs/a"}""", "which is what it stands in")]
    [InlineData("""{"type":"object","required":["a"],"additionalProperties":false}""", "requires a")]
    [InlineData("""{"anyOf":[]}""", "nothing in it")]
    [InlineData("false", "accepts nothing")]
    public void What_would_not_be_kept_is_refused_with_its_place(string schema, string expected)
    {
        using var document = JsonDocument.Parse(schema);
        var refusal = Assert.Throws<NotSupportedException>(() => JsonSchemaReader.Read(document.RootElement));
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("take it out", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"array","minItems":"two"}""")]
    [InlineData("""{"type":"object","properties":[]}""")]
    [InlineData("""{"type":7}""")]
    public void What_is_no_schema_is_refused(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        Assert.Throws<ArgumentException>(() => JsonSchemaReader.Read(document.RootElement));
    }

    [Fact]
    public void A_schema_of_dotnet_gives_values_that_its_type_reads()
    {
        var schema = ((ChatResponseFormatJson)ChatResponseFormat.ForJsonSchema<Evening>()).Schema!.Value;
        for (var seed = 0; seed < 200; seed++)
        {
            var text = Drawn(JsonSchemaReader.Read(schema), seed);
            var evening = JsonSerializer.Deserialize<Evening>(text, AIJsonUtilities.DefaultOptions)!;
            Assert.NotNull(evening.Films);
            Assert.All(evening.Films, static film => Assert.True(film.Title is not null && Enum.IsDefined(film.Mood)));
        }
    }

    [Fact]
    public void Ways_that_meet_again_do_not_double()
    {
        var draft = Draft("""{"type":"array","items":{"anyOf":[{"type":"string"},{"type":"string","maxLength":9},{"type":["number","integer"]}]}}""");
        Assert.True(draft.TryAdd(Encoding.UTF8.GetBytes("[" + string.Join(", ", Enumerable.Range(0, 2000).Select(static index => index % 2 == 0 ? "\"a\"" : index.ToString(CultureInfo.InvariantCulture))) + "]")));
        Assert.True(draft.IsWhole);
    }

    [Fact]
    public async Task A_model_writes_what_its_schema_accepts_and_ends_there()
    {
        using var document = JsonDocument.Parse(Film);
        await using var host = new EngineHost(new NGramEngine());
        var ended = 0;
        for (var seed = 0; seed < 30; seed++)
        {
            var options = new PlainTextOptions { JsonSchema = document.RootElement, MaxTokens = 400, Sampling = new SamplingOptions { Temperature = 1.5, Seed = seed } };
            var output = await host.WriteAsync("Name a film.", options);
            if (output.End == PlainTextEnd.Turn)
            {
                using var film = JsonDocument.Parse(output.Text);
                Assert.NotEmpty(film.RootElement.GetProperty("title").GetString()!);
                Assert.InRange(film.RootElement.TryGetProperty("year", out var year) ? year.GetInt32() : 1900, 1900, 2030);
                ended++;
            }
        }

        Assert.InRange(ended, 1, 30);
        await Assert.ThrowsAsync<NotSupportedException>(() => host.WriteAsync("a", new PlainTextOptions { JsonSchema = JsonDocument.Parse("""{"not":{}}""").RootElement }));
    }

    /// <summary>A text of random bytes of ASCII among those allowed; ends are favoured after a while.</summary>
    private static string Drawn(JsonPart form, int seed)
    {
        var (random, draft, text) = (new Random(seed), new JsonDraft(form), new StringBuilder());
        while (!draft.IsOver)
        {
            var possible = Enumerable.Range(0, 128).Where(value => draft.Allows([(byte)value])).ToArray();
            Assert.NotEmpty(possible);
            var closing = text.Length < 300 ? [] : possible.Where(static value => value is '"' or '}' or ']').ToArray();
            var drawn = closing.Length > 0 ? closing[random.Next(closing.Length)] : possible[random.Next(possible.Length)];
            Assert.True(draft.TryAdd([(byte)drawn]));
            text.Append((char)drawn);
        }

        return text.ToString();
    }

    private static JsonDraft Draft(string schema)
    {
        using var document = JsonDocument.Parse(schema);
        return new JsonDraft(JsonSchemaReader.Read(document.RootElement.Clone()));
    }

    private sealed record Evening(IReadOnlyList<Choice> Films, string? Remark, double Places, bool IsLong, Dictionary<string, double> Scores);

    private sealed record Choice(string Title, Mood Mood, double? Rating);

    [JsonConverter(typeof(JsonStringEnumConverter<Mood>))]
    private enum Mood
    {
        Calm,
        Wild,
    }
}
