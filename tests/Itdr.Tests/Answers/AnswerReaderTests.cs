namespace Itdr.Tests.Answers;

public sealed class AnswerReaderTests
{
    [Fact]
    public void After_a_failure_nothing_more_is_read_and_the_first_failure_stays()
    {
        var reader = new AnswerReader("abc");
        reader.Literal("x");
        reader.Literal("a");
        reader.End();
        Assert.Equal(0, reader.Position);
        Assert.Equal("The answer at character 0: expected \"x\", found \"abc\".", reader.Failure!.Message);
    }

    [Fact]
    public void Text_that_is_left_over_fails_at_its_start()
    {
        var reader = new AnswerReader("ab");
        reader.Literal("a");
        reader.End();
        Assert.Equal(1, reader.Failure!.Position);
    }

    [Fact]
    public void A_line_is_joined_to_what_stands_before_it_and_to_nothing_at_the_start()
    {
        var reader = new AnswerReader("a: 1\nb: 2");
        Assert.False(reader.TryLine("b: "));
        Assert.True(reader.TryLine("a: "));
        reader.Literal("1");
        Assert.False(reader.TryLine("c: "));
        Assert.True(reader.TryLine("b: "));
        reader.Literal("2");
        reader.End();
        Assert.Null(reader.Failure);
    }

    [Fact]
    public void An_excerpt_of_a_long_text_is_short_and_on_one_line()
    {
        var reader = new AnswerReader(new string('x', 500) + "\n");
        reader.Literal("a\nb");
        Assert.Contains("\"a\\nb\"", reader.Failure!.Message, StringComparison.Ordinal);
        Assert.True(reader.Failure.Message.Length < 120, reader.Failure.Message);
    }
}
