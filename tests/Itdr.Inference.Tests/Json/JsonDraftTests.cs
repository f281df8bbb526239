using System.Text;
using System.Text.Json;

namespace Itdr.Inference.Tests.Json;

/// <summary>Which fronts of a JSON object are let through.</summary>
public sealed class JsonDraftTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"a\" : [ 1 , -0.5e+3, true,false , null, \"\" ] , \"b\":{\"c\":[[],{}]}}")]
    [InlineData("{\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD7FF\":\"映画 🎬\"}")]
    [InlineData("{\"n\":0}")]
    [InlineData("{\"n\":-10.25E-7\n}")]
    public void An_object_is_taken_byte_by_byte_and_whole_at_its_last_byte(string text)
    {
        var draft = new JsonDraft(JsonShapes.AnyObject);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            Assert.False(draft.IsWhole);
            Assert.True(draft.TryAdd([value]), $"{(char)value} of {text} was refused.");
        }

        Assert.True(draft.IsWhole);
        Assert.False(draft.Allows(" "u8));
    }

    [Theory]
    [InlineData("", "[")]
    [InlineData("", " ")]
    [InlineData("{", ",")]
    [InlineData("{\"a\":1,", "}")]
    [InlineData("{\"a\":[1,", "]")]
    [InlineData("{\"a\":[1", "}")]
    [InlineData("{\"a\":1", "]")]
    [InlineData("{\"a\":0", "1")]
    [InlineData("{\"a\":-", "}")]
    [InlineData("{\"a\":1.", "}")]
    [InlineData("{\"a\":1e", "}")]
    [InlineData("{\"a\":tr", "e")]
    [InlineData("{\"a\":\"", "\n")]
    [InlineData("{\"a\":\"\\", "x")]
    [InlineData("{\"a\":\"\\u00", "g")]
    [InlineData("{\"a\":\"\\ud", "8")]
    [InlineData("{\"a\":\"\\uD", "F")]
    [InlineData("{\"a\"", "}")]
    [InlineData("{\"a\"", "1")]
    [InlineData("{", "a")]
    [InlineData("", "{a")]
    public void What_no_object_begins_with_is_refused_and_leaves_the_draft_as_it_was(string front, string refused)
    {
        var draft = new JsonDraft(JsonShapes.AnyObject);
        Assert.True(front.Length == 0 || draft.TryAdd(Encoding.UTF8.GetBytes(front)));
        Assert.False(draft.Allows(Encoding.UTF8.GetBytes(refused)));
        Assert.False(draft.TryAdd(Encoding.UTF8.GetBytes(refused)));
        Assert.False(draft.TryAdd([]));
        if (front.Length == 0)
        {
            Assert.True(draft.TryAdd("{}"u8));
        }
    }

    [Fact]
    public void White_space_and_depth_have_an_end()
    {
        var draft = new JsonDraft(JsonShapes.AnyObject);
        Assert.True(draft.TryAdd("{"u8));
        Assert.True(draft.TryAdd(Encoding.UTF8.GetBytes(new string(' ', 16))));
        Assert.False(draft.TryAdd(" "u8));
        Assert.True(draft.TryAdd(Encoding.UTF8.GetBytes("\"a\":" + new string('[', 63))));
        Assert.False(draft.TryAdd("["u8));
        Assert.True(draft.TryAdd(Encoding.UTF8.GetBytes(new string(']', 63) + "}")));
        Assert.True(draft.IsWhole);
    }

    [Fact]
    public void Whatever_is_drawn_among_the_bytes_allowed_is_an_object_that_can_be_read()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var (random, draft, bytes) = (new Random(seed), new JsonDraft(JsonShapes.AnyObject), new List<byte>());
            while (!draft.IsWhole)
            {
                // Texts of ASCII alone, since bytes drawn at random are no UTF-8; ends are favoured after a while.
                var possible = Enumerable.Range(0, 128).Select(static value => (byte)value).Where(value => draft.Allows([value])).ToArray();
                Assert.NotEmpty(possible);
                var closing = bytes.Count < 200 ? [] : possible.Where(static value => value is (byte)'"' or (byte)'}' or (byte)']').ToArray();
                var drawn = closing.Length > 0 ? closing[random.Next(closing.Length)] : possible[random.Next(possible.Length)];
                Assert.True(draft.TryAdd([drawn]));
                bytes.Add(drawn);
            }

            using var read = JsonDocument.Parse(bytes.ToArray());
            Assert.Equal(JsonValueKind.Object, read.RootElement.ValueKind);
            ReadTexts(read.RootElement);
        }
    }

    private static void ReadTexts(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Assert.NotNull(property.Name);
                    ReadTexts(property.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    ReadTexts(item);
                }

                break;
            case JsonValueKind.String:
                Assert.NotNull(element.GetString());
                break;
        }
    }
}
