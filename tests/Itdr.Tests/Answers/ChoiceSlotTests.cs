namespace Itdr.Tests.Answers;

public sealed class ChoiceSlotTests
{
    private static readonly ChoiceSlot Slot = new("Choice", "Candidates", TextEnd.OfAnswer);

    [Theory]
    [InlineData("Heat")]
    [InlineData("Heat 2")]
    [InlineData(" Heat")]
    [InlineData("Line\nbreak")]
    public void A_choice_reads_back_as_the_same_instance(string choice)
    {
        string[] candidates = ["Heat", "Heat 2", " Heat", "Line\nbreak"];
        Assert.Same(candidates.Single(candidate => candidate == choice), Slots.Read(Slot, candidates, Slots.Write(Slot, candidates, choice)).Value);
    }

    [Fact]
    public void A_value_that_is_no_candidate_is_refused() =>
        Assert.Equal("Choice is not one of Candidates.", Assert.Throws<AnswerRefusedException>(() => Slots.Write(Slot, ["A"], "B")).Message);

    [Fact]
    public void A_choice_whose_follower_belongs_to_another_candidate_is_refused_and_fails_to_read()
    {
        var slot = new ChoiceSlot("Choice", "Candidates", TextEnd.Before(" because "));
        string[] candidates = ["I left", "I left because "];
        Assert.Equal("I left", Slots.Write(slot, candidates, "I left"));
        string[] twoWays = ["A", "A because "];
        var (value, _, failure) = Slots.Read(slot, twoWays, "A because  because of it");
        Assert.Null(value);
        Assert.Contains("only one of Candidates", failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_text_fails_and_says_what_was_expected_and_found() =>
        Assert.Equal("Choice at character 0: expected one of Candidates, found \"C\".", Slots.Read(Slot, ["A", "B"], "C\nmore").Failure!.Message);
}
