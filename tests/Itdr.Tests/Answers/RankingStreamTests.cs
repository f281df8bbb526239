using CsCheck;

namespace Itdr.Tests.Answers;

public sealed class RankingStreamTests
{
    private static readonly string[] Candidates = ["Heat Street", "Paper Boats", "Small Thunder"];
    private static readonly RankingSlot Slot = new("Ranking", "Candidates", ListLayout.Numbered, TextEnd.OfAnswer);

    [Fact]
    public void An_item_is_given_when_its_line_is_closed_and_not_before()
    {
        var stream = Stream();
        Assert.Empty(stream.Push("1. Paper"));
        Assert.Empty(stream.Push(" Boats"));
        Assert.Equal(["Paper Boats"], stream.Push("\n2. "));
        Assert.Equal(["Heat Street", "Small Thunder"], stream.Push("Heat Street\n3. Small Thunder\n"));
        Assert.Empty(stream.Complete());
    }

    [Fact]
    public void The_last_item_is_given_when_the_text_ends()
    {
        var stream = Stream();
        Assert.Equal(["Paper Boats"], stream.Push("1. Paper Boats\n2. Heat Street"));
        Assert.Equal(["Heat Street"], stream.Complete());
    }

    [Fact]
    public void Thinking_fences_and_text_around_the_list_give_no_items()
    {
        var stream = Stream();
        Assert.Empty(stream.Push("<think>\n1. Heat Street would fit\n</think>\nHere it is:\n```\n"));
        Assert.Equal(["Paper Boats"], stream.Push("1. **Paper Boats**\r\n"));
        Assert.Equal(["Small Thunder"], stream.Push("2. Small Thunder - loud\r\n```\r\nEnjoy!"));
        Assert.Empty(stream.Complete());
    }

    [Fact]
    public void After_an_entry_that_is_no_candidate_nothing_more_is_given()
    {
        var stream = Stream();
        Assert.Equal(["Paper Boats"], stream.Push("1. Paper Boats\n2. Nobody's Film\n3. Heat Street\n"));
        Assert.Equal(1, stream.Count);
    }

    [Fact]
    public void However_a_text_is_cut_into_pieces_the_items_are_those_of_the_whole()
    {
        const string Text = "Sure!\r\n\r\n1) Small Thunder\r\n2) \"Paper Boats\"\r\n3) heat street.\r\n\r\nBye";
        Gen.Int[1, 9].Array[1, 60].Sample(cuts =>
        {
            var stream = Stream();
            var given = new List<string>();
            var at = 0;
            foreach (var cut in cuts)
            {
                var length = Math.Min(cut, Text.Length - at);
                given.AddRange(stream.Push(Text.AsSpan(at, length)));
                at += length;
            }

            given.AddRange(stream.Push(Text.AsSpan(at)));
            given.AddRange(stream.Complete());
            Assert.Equal(["Small Thunder", "Paper Boats", "Heat Street"], given);
        });
    }

    [Fact]
    public void An_inline_ranking_has_no_lines_to_close() =>
        Assert.Throws<NotSupportedException>(() => new RankingSlot("Ranking", "Candidates", ListLayout.Inline, TextEnd.OfAnswer)
            .Stream(Candidates, static (ref writer, text) => writer.Append(text)));

    private static RankingStream<string> Stream() => Slot.Stream(Candidates, static (ref writer, text) => writer.Append(text));
}
