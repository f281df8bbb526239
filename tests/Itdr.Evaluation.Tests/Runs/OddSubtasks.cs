namespace Itdr.Evaluation.Tests;

/// <summary>A subtask of another assembly: two texts, each with a metric of its own, and no root task.</summary>
[Subtask("two-texts")]
[Instruction("Write two texts.")]
[Prompt("{Question}")]
public sealed partial record TwoTexts(string Question)
{
    [Answer("""
        first: {First}
        second: {Second}
        """)]
    public sealed partial record Answer([Metrics("accuracy:folded")] string First, [Metrics("rouge-1:pltrdy", "corpus-bleu-1")] string Second);
}

[Subtask("misspelt-metric")]
[Instruction("Write a number.")]
[Prompt("{Question}")]
public sealed partial record MisspeltMetric(string Question)
{
    [Answer("{Number}")]
    public sealed partial record Answer([Metrics("rsme")] int Number);
}

[Subtask("unfitting-metric")]
[Instruction("Write a number.")]
[Prompt("{Question}")]
public sealed partial record UnfittingMetric(string Question)
{
    [Answer("{Number}")]
    public sealed partial record Answer([Metrics("ndcg@10")] int Number);
}

[Subtask("day-metric")]
[Instruction("Write a date.")]
[Prompt("{Question}")]
public sealed partial record DayMetric(string Question)
{
    [Answer("{Day}")]
    public sealed partial record Answer([Metrics("rmse")] DateOnly Day);
}

[Subtask("list-metric")]
[Instruction("Write years.")]
[Prompt("{Question}")]
public sealed partial record ListMetric(string Question)
{
    [Answer("{Years}")]
    public sealed partial record Answer([Metrics("mae")] IReadOnlyList<int> Years);
}

[Subtask("set-metric")]
[Instruction("Write true or false.")]
[Prompt("{Question}")]
public sealed partial record SetMetric(string Question)
{
    [Answer("{IsNew}")]
    public sealed partial record Answer([Metrics("rmse")] bool IsNew);
}

[Subtask("unclear-metric")]
[Instruction("Write two numbers.")]
[Prompt("{Question}")]
public sealed partial record UnclearMetric(string Question)
{
    [Answer("{Low} to {High}")]
    [Metrics("rmse")]
    public sealed partial record Answer(int Low, int High);
}

[Subtask("homeless-metric")]
[Instruction("Write a number.")]
[Prompt("{Question}")]
public sealed partial record HomelessMetric(string Question)
{
    [Answer("{Number}")]
    [Metrics("bleu-1")]
    public sealed partial record Answer(int Number);
}
