namespace Itdr.Tests.Answers;

public sealed class TextSlotTests
{
    [Theory]
    [InlineData("two\nlines")]
    [InlineData("{Name} and \"quotes\"")]
    public void A_text_at_the_end_of_the_answer_reads_back(string value)
    {
        var slot = new TextSlot("Reason", TextEnd.OfAnswer);
        Assert.Equal(value, Slots.Read(slot, Slots.Write(slot, value)).Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" x")]
    [InlineData("x\n")]
    public void A_last_text_that_is_empty_or_has_white_space_around_it_is_refused_and_fails_to_read(string value)
    {
        var slot = new TextSlot("Reason", TextEnd.OfAnswer);
        Assert.Contains("ends the answer", Assert.Throws<AnswerRefusedException>(() => Slots.Write(slot, value)).Message, StringComparison.Ordinal);
        Assert.NotNull(Slots.Read(slot, value).Failure);
    }

    [Theory]
    [InlineData("a; b")]
    [InlineData("; ")]
    public void A_text_that_holds_its_terminator_is_refused(string value)
    {
        var slot = new TextSlot("Reason", TextEnd.Before("; "));
        Assert.Contains("would end it", Assert.Throws<AnswerRefusedException>(() => Slots.Write(slot, value)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_whose_end_makes_the_terminator_start_earlier_is_refused()
    {
        var slot = new TextSlot("Reason", TextEnd.Before("\n\n"));
        Assert.Throws<AnswerRefusedException>(() => Slots.Write(slot, "a\n"));
        Assert.Equal("a", Slots.Write(slot, "a"));
    }

    [Theory]
    [InlineData("a |")]
    [InlineData("|")]
    public void A_text_that_ends_like_another_end_begins_is_refused_and_fails_to_read_whatever_follows(string value)
    {
        var slot = new TextSlot("Tag", TextEnd.Before(value == "|" ? "||" : " | ", "\n"));
        Assert.Throws<AnswerRefusedException>(() => Slots.Write(slot, value));
        var failure = Assert.IsType<ParseFailure>(Slots.Read(slot, value + "\n").Failure);
        Assert.Equal("a text that does not end like what may follow it begins", failure.Expected);
    }

    [Fact]
    public void An_empty_text_in_an_optional_slot_is_refused_since_it_reads_back_as_absent()
    {
        var slot = new TextSlot("Country", TextEnd.BeforeOrAtEnd("\n")) { IsOptional = true };
        Assert.Contains("use null", Assert.Throws<AnswerRefusedException>(() => Slots.Write(slot, "")).Message, StringComparison.Ordinal);
        Assert.NotNull(Slots.Read(slot, "\nage: 5").Failure);
    }

    [Fact]
    public void A_text_on_a_line_may_not_hold_a_line_break()
    {
        var slot = new TextSlot("Country", TextEnd.BeforeOrAtEnd("\n"));
        Assert.Throws<AnswerRefusedException>(() => Slots.Write(slot, "two\nlines"));
    }

    [Fact]
    public void A_text_before_a_line_break_may_not_end_with_half_a_line_end()
    {
        var slot = new TextSlot("Country", TextEnd.Before("\nage: "));
        Assert.Contains("carriage return", Assert.Throws<AnswerRefusedException>(() => Slots.Write(slot, "France\r")).Message, StringComparison.Ordinal);
        Assert.NotNull(Slots.Read(slot, "France\r\nage: 5").Failure);
    }

    [Theory]
    [InlineData(" a; SCORE: high; score: 3", "a; SCORE: high")]
    [InlineData(" a; score:high; score: 3", "a; score:high")]
    [InlineData(" a; SCORE: 3", "a")]
    public void A_terminator_as_the_label_writes_it_ends_a_text_before_its_like_does(string text, string value)
    {
        var slot = new TextSlot("Reason", TextEnd.Before("; score: "));
        var reader = AnswerReader.Tolerant(text);
        Assert.Equal(value, slot.Read(ref reader));
        Assert.Null(reader.Failure);
    }
}
