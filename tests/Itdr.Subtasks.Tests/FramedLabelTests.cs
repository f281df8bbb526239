namespace Itdr.Subtasks.Tests;

/// <summary>A subtask whose slots hold what a tolerant reading would take for something else.</summary>
[Subtask("packing")]
[Instruction("Say what to pack.")]
[Prompt("{Question} {Routes}")]
public sealed partial record Packing(string Question, IReadOnlyList<string> Routes)
{
    [Answer("Wear: {Wear}\nRoutes: {Ordered}\nTowns: {Towns}\nReason: {Reason}; weight: {Weight}\nSteps: {Steps}\nLeave: {Leave:d/M/yyyy HH:mm}\nNotes:\n{Notes}")]
    public sealed partial record Answer(
        [List(ListStyle.Inline, Separator = " and ")] IReadOnlyList<string> Wear,
        [RankedFrom(nameof(Routes)), List(ListStyle.Inline, Separator = " > ")] IReadOnlyList<string> Ordered,
        string[] Towns,
        string Reason,
        double Weight,
        [List(ListStyle.Numbered, Separator = " | ")] string[] Steps,
        DateTime Leave,
        [List(ListStyle.Bulleted)] string[] Notes);
}

/// <summary>A label with nothing but a frame around it is that label, whatever its values look like.</summary>
public sealed class FramedLabelTests
{
    private static readonly Packing Task = new("Where to?", ["1 > 2", "3"]);

    private static readonly Packing.Answer Answer = new(
        ["sandals", "hand cream"],
        ["3", "1 > 2"],
        ["Paris,France", "Rome"],
        "the WEIGHT; Weight: is **",
        1e300,
        ["fold", "roll"],
        new DateTime(2026, 1, 2, 3, 4, 0),
        ["- two", "3. three", "**four**"]);

    public static TheoryData<string, string, RepairKind> Frames => new()
    {
        { "", "\n", RepairKind.OuterWhiteSpace },
        { "  ", "", RepairKind.OuterWhiteSpace },
        { "<think>sandals and no cream</think>", "", RepairKind.ThinkBlock },
        { "```\n", "\n```", RepairKind.Fence },
    };

    [Theory]
    [MemberData(nameof(Frames))]
    public void A_label_in_a_frame_gives_its_value_and_the_frame_alone_is_recorded(string before, string after, RepairKind kind)
    {
        var read = Task.ParseAnswer(before + Task.ToLabel(Answer) + after);
        Assert.Equal(Answer, read.Value);
        Assert.Equal([kind], read.Repairs.Select(repair => repair.Kind));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void A_label_with_other_line_ends_gives_its_value_and_they_alone_are_recorded(string lineEnd)
    {
        var label = Task.ToLabel(Answer);
        var read = Task.ParseAnswer(label.Replace("\n", lineEnd, StringComparison.Ordinal));
        Assert.Equal(Answer, read.Value);
        Assert.Equal(new Repair(RepairKind.LineEnds, label.IndexOf('\n'), 1), Assert.Single(read.Repairs));
    }

    [Fact]
    public void A_date_before_another_line_end_is_read_beside_other_flaws()
    {
        var task = new DatesAndLists("When?");
        var answer = new DatesAndLists.Answer(new DateOnly(2026, 1, 2), new DateTime(2026, 3, 4, 5, 6, 0), ["calm"], [1999], [true]);
        var read = task.ParseAnswer("Gladly!\n" + task.ToLabel(answer).Replace("\n", "\r\n", StringComparison.Ordinal));
        Assert.True(read.Succeeded, read.Failure?.Message);
        Assert.Equal(answer, read.Value);
    }

    [Fact]
    public void A_word_that_separates_entries_does_not_split_the_words_that_hold_it()
    {
        var answer = Answer with { Ordered = ["3", "1 > 2"], Steps = ["fold"], Weight = 2, Reason = "rain", Notes = ["one"] };
        var read = new Packing("Where to?", ["1 > 2", "3"]).ParseAnswer("Gladly!\n" + Task.ToLabel(answer).Replace("Routes: 3 > 1 > 2", "Routes: 3", StringComparison.Ordinal));
        Assert.True(read.Succeeded, read.Failure?.Message);
        Assert.Equal(["sandals", "hand cream"], read.Value.Wear);
    }
}
