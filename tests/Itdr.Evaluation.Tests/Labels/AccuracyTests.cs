namespace Itdr.Evaluation.Tests;

public class AccuracyTests
{
    [Theory]
    [InlineData("Japan", "Japan", 1)]
    [InlineData("japan", "Japan", 0)]
    [InlineData("Japan.", "Japan", 0)]
    [InlineData("", "", 1)]
    [InlineData("😀", "😀", 1)]
    public void Exact_accuracy_forgives_nothing(string predicted, string expected, double score) =>
        Assert.Equal(score, new Accuracy().Score(predicted, expected));

    [Theory]
    [InlineData(" new  york.\n", "New York", 1)]
    [InlineData("ÉTÉ", "été", 1)]
    [InlineData("doctor/health care", "doctor / health care", 0)]
    [InlineData("U.S.A.", "u.s.a", 1)]
    [InlineData(". .", "", 1)]
    public void Folded_accuracy_forgives_case_white_space_and_full_stops_at_the_end(string predicted, string expected, double score) =>
        Assert.Equal(score, new Accuracy(LabelNormalization.Folded).Score(predicted, expected));

    [Fact]
    public void A_table_of_aliases_stands_in_the_signature_and_is_looked_up_after_folding()
    {
        var aliases = LabelNormalization.Folded.With("gender", new Dictionary<string, string> { ["female"] = "f", ["male"] = "m" });
        var metric = new Accuracy(aliases);

        Assert.Equal(1, metric.Score("Female", "F"));
        Assert.Equal(0, metric.Score("Female", "M"));
        Assert.Contains("norm:folded+gender", metric.Signature);
    }
}
