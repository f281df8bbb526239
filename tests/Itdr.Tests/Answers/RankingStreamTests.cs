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
    public void The_end_of_a_thinking_block_that_the_prompt_began_withdraws_what_was_given()
    {
        var stream = Stream();
        Assert.Equal(["Heat Street", "Paper Boats"], stream.Push("1. Heat Street\n2. Paper Boats\n"));
        Assert.False(stream.StartedOver);
        Assert.Empty(stream.Push("</think>\n"));
        Assert.True(stream.StartedOver);
        Assert.Equal(0, stream.Count);
        Assert.Equal(["Small Thunder"], stream.Push("1. Small Thunder\n"));
        Assert.False(stream.StartedOver);
        Assert.Equal(["Heat Street"], stream.Push("2. Heat Street\n"));
    }

    [Fact]
    public void What_was_never_given_needs_no_withdrawal()
    {
        var stream = Stream();
        Assert.Equal(["Small Thunder"], stream.Push("1. Heat Street\n</think>1. Small Thunder\n"));
        Assert.False(stream.StartedOver);
    }

    [Theory]
    [InlineData("1. Heat Street\n2. Paper Boats\n</think>\n1. Small Thunder\n2. Heat Street")]
    [InlineData("1. Heat Street\n2. Nobody's Film\n</thinking>\n\n1. Small Thunder\n2. Heat Street\n")]
    [InlineData("<think>1. Heat Street</think>1. Small Thunder\n2. Paper Boats")]
    [InlineData("<think>\n1. Heat Street\n</thinking>\n1. Paper Boats\n</think>\n1. Small Thunder\n2. Paper Boats")]
    [InlineData("1. Heat Street</think>\n1. Paper Boats\n</think>\n```\n1. Small Thunder\n```")]
    [InlineData("1. Heat Street\n```\n1. Small Thunder\n2. Paper Boats\n```\n3. Heat Street")]
    [InlineData("1. Heat Street\n2. Paper Boats\n```\n")]
    public void What_was_given_and_not_withdrawn_stands_first_in_what_the_whole_text_reads_as(string text)
    {
        for (var size = 1; size <= text.Length; size++)
        {
            var stream = Stream();
            var given = new List<string>();
            foreach (var piece in text.Chunk(size))
            {
                Take(stream.Push(piece));
            }

            Take(stream.Complete());
            Assert.Equal(Whole(text).Take(given.Count), given);
            Assert.NotEmpty(given);

            void Take(IReadOnlyList<string> items)
            {
                if (stream.StartedOver)
                {
                    given.Clear();
                }

                given.AddRange(items);
                Assert.Equal(given.Count, stream.Count);
            }
        }
    }

    [Fact]
    public void A_title_that_holds_the_end_of_a_thinking_block_is_a_title()
    {
        string[] candidates = ["Heat Street", "Mind </think> Body"];
        var stream = Slot.Stream(candidates);
        Assert.Equal(["Heat Street", "Mind </think> Body"], stream.Push("1. Heat Street\n2. Mind </think> Body\n"));
        Assert.False(stream.StartedOver);
    }

    [Fact]
    public void An_inline_ranking_has_no_lines_to_close() =>
        Assert.Throws<NotSupportedException>(() => new RankingSlot("Ranking", "Candidates", ListLayout.Inline, TextEnd.OfAnswer)
            .Stream(Candidates, static (ref writer, text) => writer.Append(text)));

    private static RankingStream<string> Stream() => Slot.Stream(Candidates, static (ref writer, text) => writer.Append(text));

    private static string[] Whole(string text)
    {
        var reader = AnswerReader.Tolerant(text);
        using var texts = reader.Candidates(Candidates);
        var ranking = Slot.Read(ref reader, texts, Candidates);
        reader.End();
        Assert.Null(reader.Failure);
        return ranking!;
    }
}
