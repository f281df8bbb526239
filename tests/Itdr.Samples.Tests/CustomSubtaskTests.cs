using Itdr.Samples.Tests.Running;
using Itdr.Testing;

namespace Itdr.Samples.Tests;

public class CustomSubtaskTests
{
    [Fact]
    public async Task It_shows_the_prompt_the_label_repairs_refusals_and_the_answer_of_a_baseline()
    {
        var (exit, output, error) = await SampleProgram.RunAsync("CustomSubtask");

        Assert.Equal((0, ""), (exit, error));
        Verifier.Verify(output);
    }

    [Fact]
    public async Task A_model_that_is_not_there_is_one_sentence_after_everything_else()
    {
        var (exit, output, error) = await SampleProgram.RunAsync("CustomSubtask", "no-such-model.gguf");

        Assert.Equal(2, exit);
        Assert.Contains("The baseline says", output, StringComparison.Ordinal);
        Assert.Contains("no-such-model.gguf", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [ModelFact(withNatives: false)]
    public async Task Without_native_libraries_it_says_that_this_build_has_no_LLamaSharp_and_what_to_do()
    {
        var (exit, _, error) = await SampleProgram.RunAsync("CustomSubtask", ModelFactAttribute.Model!);

        Assert.Equal(2, exit);
        Assert.Contains("This build has no LLamaSharp", error, StringComparison.Ordinal);
        Assert.Contains("-p:UseLLamaSharpPackage=true", error, StringComparison.Ordinal);
    }

    [ModelFact(withNatives: true)]
    public async Task A_model_that_writes_nonsense_by_itself_answers_with_a_vacant_house_and_moans()
    {
        var (exit, output, error) = await SampleProgram.RunAsync("CustomSubtask", ModelFactAttribute.Model!, ModelFactAttribute.Natives!);

        Assert.Equal((0, ""), (exit, error));
        Assert.Matches(@"== .*\.gguf says\n(Lower Wick Library|Castle Grimm|The Old Playhouse|Lighthouse No\. 9), .*; o+h, [1-5] of 5 moans\n", output);
    }
}
