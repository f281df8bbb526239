namespace Itdr.Subtasks.Tests;

/// <summary>An entry that stands behind other words on the first line is never taken for talk and left out.</summary>
public class LostFirstEntryTests
{
    private static readonly TopKRecommendation Task = new(
        ItemDomain.Movies,
        [new Item("Seen")],
        [.. new[] { "Alpha", "Beta", "Gamma", "Delta", "Epsilon" }.Select(static title => new Item(title))]);

    [Theory]
    [InlineData("Sure: 1. Alpha\n2. Beta\n3. Gamma\n4. Delta\n5. Epsilon")]
    [InlineData("\uFFFDA\uFFFD 1. Alpha\n2. Beta\n3. Gamma\n4. Delta\n5. Epsilon")]
    [InlineData("First Alpha\n2. Beta\n3. Gamma\n4. Delta\n5. Epsilon")]
    [InlineData("I rank them so. 1. Alpha 2. Beta\n3. Gamma\n4. Delta\n5. Epsilon")]
    public void Numbers_that_begin_above_one_behind_other_text_are_a_failure(string text)
    {
        var result = Task.ParseAnswer(text);
        Assert.Equal((0, "the first entry on a line of its own"), (result.Failure!.Position, result.Failure.Expected));
    }

    [Fact]
    public void A_candidate_that_the_text_before_names_and_the_list_lacks_is_a_failure() =>
        Assert.Equal(
            "each candidate that the text before the list names in a line of its own",
            Task.ParseAnswer("Sure: - Alpha\n- Beta\n- Gamma\n- Delta\n- Epsilon").Failure!.Expected);

    [Fact]
    public void A_candidate_that_the_text_before_names_may_stand_in_the_list_too()
    {
        var result = Task.ParseAnswer("Alpha is nearest to what was seen:\n1. Alpha\n2. Beta\n3. Gamma");
        Assert.Equal(["Alpha", "Beta", "Gamma"], result.Value!.Ranking.Select(static item => item.Title));
    }

    [Fact]
    public void A_list_that_begins_above_one_with_nothing_before_it_lacks_its_places() =>
        Assert.Contains(Task.ParseAnswer("2. Beta\n3. Gamma\n4. Delta\n5. Epsilon").Repairs, static repair => repair.Kind == RepairKind.MissingItems);
}
