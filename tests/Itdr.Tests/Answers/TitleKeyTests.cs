namespace Itdr.Tests.Answers;

/// <summary>What is left of a title without what a repair ignores.</summary>
public class TitleKeyTests
{
    private const int Depth = 20_000;

    public static TheoryData<string, string> Nested => new()
    {
        { "around the text", string.Concat(Enumerable.Repeat("*_", Depth)) + "x" + string.Concat(Enumerable.Repeat("_*", Depth)) },
        { "inside the text", "a" + string.Concat(Enumerable.Repeat("*_", Depth)) + "`" + string.Concat(Enumerable.Repeat("_*", Depth)) + "b" },
    };

    [Theory]
    [MemberData(nameof(Nested))]
    public void Marks_within_marks_take_memory_in_proportion_to_the_text(string where, string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        TitleKey.Of(text, TitleKey.Level.Emphasis);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(allocated < 200L * text.Length, $"Marks {where}: {allocated} bytes for {text.Length} characters.");
    }

    [Theory]
    [InlineData("*_x_*", "x", 2)]
    [InlineData("**_x_**", "x", 3)]
    [InlineData("*x", "*x", 0)]
    [InlineData("***", "*", 1)]
    public void Marks_of_emphasis_are_taken_away_from_both_ends(string title, string text, int marks) =>
        Assert.Equal(new TitleKey(text, marks, 0, 0), TitleKey.Of(title, TitleKey.Level.Emphasis));
}
