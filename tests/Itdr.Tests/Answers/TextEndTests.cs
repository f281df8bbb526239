namespace Itdr.Tests.Answers;

public sealed class TextEndTests
{
    [Theory]
    [InlineData("abc", 3)]
    [InlineData("", 0)]
    [InlineData("ab\nc", 4)]
    public void At_the_end_of_the_answer_everything_is_text(string text, int length) =>
        Assert.Equal(length, TextEnd.OfAnswer.Find(text));

    [Theory]
    [InlineData("ab; c", 2)]
    [InlineData("; ", 0)]
    [InlineData("ab;c", -1)]
    public void Before_a_literal_the_first_occurrence_ends_the_text(string text, int length) =>
        Assert.Equal(length, TextEnd.Before("; ").Find(text));

    [Theory]
    [InlineData("a (b).", 1)]
    [InlineData("a.", 1)]
    [InlineData("a.(b", 1)]
    [InlineData("a", -1)]
    public void Of_several_literals_the_earliest_ends_the_text(string text, int length) =>
        Assert.Equal(length, TextEnd.Before(" (", ".").Find(text));

    [Theory]
    [InlineData("a\nb", 1)]
    [InlineData("ab", 2)]
    public void Before_a_literal_or_at_the_end_either_ends_the_text(string text, int length) =>
        Assert.Equal(length, TextEnd.BeforeOrAtEnd("\n").Find(text));

    [Fact]
    public void A_longer_literal_that_starts_earlier_wins_over_a_shorter_one_found_first() =>
        Assert.Equal(0, TextEnd.Before("bc", "abcd").Find("abcd"));
}
