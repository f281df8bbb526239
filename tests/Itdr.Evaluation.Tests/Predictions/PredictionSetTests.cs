using Itdr.Instances;

namespace Itdr.Evaluation.Tests;

public sealed class PredictionSetTests : IDisposable
{
    private readonly TestDataset data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void What_was_written_reads_back()
    {
        var set = data.Predict("1", "a \"b\"\n灯 😀", "abc").Predict("2", null).Predict("3", "").Predictions();

        Assert.Equal(3, set.Count);
        Assert.Equal(["1", "2", "3"], set.Ids);
        Assert.True(set.TryFind("1", out var first));
        Assert.Equal(new Prediction("1", "a \"b\"\n灯 😀", "abc"), first);
        Assert.True(set.TryFind("2", out var second));
        Assert.Null(second.Text);
        Assert.False(set.TryFind("4", out _));
    }

    [Fact]
    public void Other_fields_are_passed_over() => Assert.Equal(1, data.PredictRaw("{\"id\":\"1\",\"usage\":{\"tokens\":4},\"text\":\"x\"}\n").Predictions().Count);

    [Theory]
    [InlineData("{\"id\":\"1\",\"text\":\"x\"}\n{\"id\":\"1\",\"text\":\"y\"}\n", "run.jsonl:2: the id \"1\" has a prediction already in line 1; keep one of them.")]
    [InlineData("{\"id\":\"1\",\"text\":\"x\"}\n{\"id\":\"2\",\"te", "run.jsonl:2: the last line is cut off, so the file is not complete.")]
    [InlineData("{\"text\":\"x\"}\n", "run.jsonl:1: the prediction has no \"id\".")]
    [InlineData("{\"id\":null,\"text\":\"x\"}\n", "run.jsonl:1: the prediction has no \"id\".")]
    [InlineData("{\"id\":\"1\"}\n", "run.jsonl:1: the prediction has no \"text\"; write null if the model gave none.")]
    [InlineData("{\"id\":1,\"text\":\"x\"}\n", "run.jsonl:1: \"id\" is not a text.")]
    [InlineData("{\"id\":\"1\",\"text\":[\"x\"]}\n", "run.jsonl:1: \"text\" is not a text.")]
    [InlineData("{\"id\":\"1\",\"text\":\"x\",\"text\":\"y\"}\n", "run.jsonl:1: a field stands in the line twice.")]
    [InlineData("\ufeff{\"id\":\"1\",\"text\":\"x\"}\n", "run.jsonl:1: the line begins with a byte order mark; write the file as UTF-8 without one.")]
    [InlineData("\n", "run.jsonl:1: the line is empty.")]
    public void A_file_that_is_not_predictions_is_refused_with_the_line_and_the_reason(string file, string message) =>
        Assert.Equal(message, Assert.Throws<DatasetFormatException>(() => data.PredictRaw(file).Predictions()).Message);
}
