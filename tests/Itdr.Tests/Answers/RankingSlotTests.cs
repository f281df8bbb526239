namespace Itdr.Tests.Answers;

public sealed class RankingSlotTests
{
    private static readonly RankingSlot Numbered = new("Ranking", "Candidates", ListLayout.Numbered, TextEnd.OfAnswer);
    private static readonly RankingSlot Inline = new("Ranking", "Candidates", ListLayout.Inline, TextEnd.OfAnswer);

    [Fact]
    public void A_ranking_is_written_and_read_back_as_the_same_instances()
    {
        string[] candidates = ["One", "Two", "Three"];
        var text = Slots.Write(Numbered, candidates, ["Three", "One", "Two"]);
        Assert.Equal("1. Three\n2. One\n3. Two", text);
        var (value, position, failure) = Slots.Read(Numbered, candidates, text);
        Assert.Null(failure);
        Assert.Equal(text.Length, position);
        Assert.Same(candidates[2], value![0]);
    }

    [Theory]
    [InlineData("2. Two")]
    [InlineData("1. One, and \"Two\"")]
    [InlineData("Three 10. ")]
    [InlineData("愛の映画 🎬")]
    public void Digits_quotes_and_marks_inside_a_title_are_part_of_it(string title)
    {
        string[] candidates = ["Two", title, "One"];
        var text = Slots.Write(Numbered, candidates, [title, "One", "Two"]);
        Assert.Equal([title, "One", "Two"], Slots.Read(Numbered, candidates, text).Value!);
    }

    [Theory]
    [InlineData("A\nB")]
    [InlineData("A\rB")]
    public void A_line_break_in_an_entry_of_a_list_is_refused(string title)
    {
        var refused = Assert.Throws<AnswerRefusedException>(() => Slots.Write(Numbered, ["C", title], ["C", title]));
        Assert.Equal("Ranking", refused.Slot);
        Assert.Contains("line break in Candidates 2", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1. C\n2. A\nB")]
    [InlineData("1. A\nB\n2. C")]
    public void A_text_that_the_writer_would_refuse_fails_to_read(string text) =>
        Assert.NotNull(Slots.Read(Numbered, ["C", "A\nB"], text).Failure);

    [Fact]
    public void Candidates_with_the_same_text_are_refused_and_fail_to_read()
    {
        var refused = Assert.Throws<AnswerRefusedException>(() => Slots.Write(Numbered, ["A", "B", "A"], ["A", "B", "A"]));
        Assert.Contains("repeats", refused.Message, StringComparison.Ordinal);
        Assert.Contains("same text", Slots.Read(Numbered, ["A", "B", "A"], "1. A\n2. B\n3. A").Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_candidate_without_text_is_refused() =>
        Assert.Contains("no text", Assert.Throws<AnswerRefusedException>(() => Slots.Write(Numbered, ["", "B"], ["B", ""])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("A,B")]
    [InlineData("A,B,C,A")]
    [InlineData("A,B,D")]
    [InlineData("A,B,B")]
    public void A_ranking_that_is_no_permutation_is_refused(string ranking) =>
        Assert.Throws<AnswerRefusedException>(() => Slots.Write(Numbered, ["A", "B", "C"], ranking.Split(',')));

    [Theory]
    [InlineData("1. A\n2. B", 9)]
    [InlineData("1. A\n2. B\n3. D", 13)]
    [InlineData("1. A\n2. B\n3. C!", 14)]
    [InlineData("1. A\n2. Bee\n3. C", 9)]
    [InlineData("1. A\n2. A\n3. C", 8)]
    [InlineData("1) A\n2) B\n3) C", 0)]
    [InlineData("", 0)]
    public void A_text_that_is_no_label_fails_at_the_place_where_it_departs(string text, int position)
    {
        var (value, _, failure) = Slots.Read(Numbered, ["A", "B", "C"], text);
        Assert.Null(value);
        Assert.Equal(position, failure!.Position);
    }

    [Fact]
    public void Commas_inside_the_titles_of_an_inline_ranking_are_safe_while_it_reads_one_way()
    {
        string[] candidates = ["Postman, The", "The Postman", "Letters, and Stamps"];
        string[] ranking = ["Letters, and Stamps", "Postman, The", "The Postman"];
        Assert.Equal(ranking, Slots.Read(Inline, candidates, Slots.Write(Inline, candidates, ranking)).Value!);
    }

    [Fact]
    public void An_inline_ranking_that_reads_two_ways_is_refused_and_never_guessed()
    {
        string[] candidates = ["A", "A, B", "B", "C"];
        Assert.Contains("more than one way", Assert.Throws<AnswerRefusedException>(() => Slots.Write(Inline, candidates, ["A", "B", "C", "A, B"])).Message, StringComparison.Ordinal);
        Assert.Contains("only one of", Slots.Read(Inline, candidates, "A, B, C, A, B").Failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_places_of_a_ranking_suffice_where_only_they_are_asked_for()
    {
        var top = new RankingSlot("Ranking", "Candidates", ListLayout.Numbered, TextEnd.OfAnswer) { Top = 2 };
        var text = Slots.Write(top, ["A", "B", "C"], ["C", "A"]);
        Assert.Equal("1. C\n2. A", text);
        Assert.Equal(["C", "A"], Slots.Read(top, ["A", "B", "C"], text).Value!);
    }

    [Fact]
    public void A_ranking_before_a_literal_ends_at_the_literal()
    {
        var slot = new RankingSlot("Ranking", "Candidates", ListLayout.Inline, TextEnd.Before("."));
        var (value, position, _) = Slots.Read(slot, ["Dr. No", "Dr"], "Dr. No, Dr.");
        Assert.Equal(["Dr. No", "Dr"], value!);
        Assert.Equal(10, position);
    }
}
