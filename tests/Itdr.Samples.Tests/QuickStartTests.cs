using Itdr.Samples.Tests.Running;

namespace Itdr.Samples.Tests;

public class QuickStartTests
{
    [Fact]
    public async Task It_goes_from_raw_files_to_a_typed_answer_and_leaves_nothing_behind()
    {
        var (exit, output, error) = await SampleProgram.RunAsync("QuickStart");

        Assert.Equal((0, ""), (exit, error));
        Assert.Contains("the task's own instance: True", output, StringComparison.Ordinal);
        Assert.Contains("same ranking: True, repairs: Preamble, Numbering, ClosingText", output, StringComparison.Ordinal);
        Assert.Contains("What was built", output, StringComparison.Ordinal);
    }
}
