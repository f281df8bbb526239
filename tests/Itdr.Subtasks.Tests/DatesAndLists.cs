namespace Itdr.Subtasks.Tests;

/// <summary>A subtask whose answer has dates and lists of values of every kind, one behind the other.</summary>
[Subtask("dates-and-lists")]
[Instruction("Say when and what.")]
[Prompt("{Question}")]
public sealed partial record DatesAndLists(string Question)
{
    [Answer("""
        released: {Day:d MMMM yyyy}
        seen: {Seen:yyyy-MM-dd HH:mm}
        tags: {Tags}
        years: {Years}
        flags:
        {Flags}
        {?Days}days: {Days:dddd, MMM d, yyyy}{/Days}
        """)]
    public sealed partial record Answer(
        DateOnly Day,
        DateTime Seen,
        [List(ListStyle.Inline, Separator = "; ")] IReadOnlyList<string> Tags,
        int[] Years,
        [List(ListStyle.Numbered)] IReadOnlyList<bool> Flags,
        [List(ListStyle.Inline, Separator = " / ")] DateOnly[]? Days = null);
}

/// <summary>A subtask whose answer is a date.</summary>
[Subtask("one-day")]
[Instruction("Say when.")]
[Prompt("{Question}")]
public sealed partial record OneDay(string Question)
{
    [Answer("{Day:d MMMM yyyy}")]
    public sealed partial record Answer(DateOnly Day);
}

/// <summary>A subtask whose answer is a list of texts.</summary>
[Subtask("some-tags")]
[Instruction("Name some tags.")]
[Prompt("{Question}")]
public sealed partial record SomeTags(string Question)
{
    [Answer("{Tags}")]
    public sealed partial record Answer([List(ListStyle.Bulleted)] IReadOnlyList<string> Tags);
}

/// <summary>A subtask whose answer is a list of dates on one line.</summary>
[Subtask("some-days")]
[Instruction("Name some days.")]
[Prompt("{Question}")]
public sealed partial record SomeDays(string Question)
{
    [Answer("{Days:d MMMM yyyy}")]
    public sealed partial record Answer(IReadOnlyList<DateOnly> Days);
}

/// <summary>A subtask whose answer is a list of numbers.</summary>
[Subtask("some-shares")]
[Instruction("Name some shares.")]
[Prompt("{Question}")]
public sealed partial record SomeShares(string Question)
{
    [Answer("{Shares:0.0}")]
    public sealed partial record Answer([List(ListStyle.Numbered)] IReadOnlyList<decimal> Shares);
}
