namespace Itdr.Evaluation.Tests;

public class MetricCatalogTests
{
    [Theory]
    [InlineData("ndcg@10", typeof(Ndcg))]
    [InlineData("hit@1", typeof(Hit))]
    [InlineData("precision@5", typeof(Precision))]
    [InlineData("recall@20", typeof(Recall))]
    [InlineData("mrr", typeof(ReciprocalRank))]
    [InlineData("map@10", typeof(AveragePrecision))]
    [InlineData("rmse", typeof(RootMeanSquaredError))]
    [InlineData("mae", typeof(MeanAbsoluteError))]
    [InlineData("accuracy", typeof(Accuracy))]
    [InlineData("bleu-2", typeof(Bleu))]
    [InlineData("corpus-bleu-4", typeof(CorpusBleu))]
    [InlineData("rouge-1", typeof(RougeN))]
    [InlineData("rouge-l", typeof(RougeL))]
    [InlineData("rouge-lsum", typeof(RougeLsum))]
    [InlineData("rouge-l:pltrdy", typeof(PltrdyRougeL))]
    public void A_name_makes_its_metric(string name, Type type)
    {
        var metric = MetricCatalog.Create(name, MetricPreset.Paper);

        Assert.IsType(type, metric);
        Assert.Equal(name, metric.Name);
    }

    [Fact]
    public void Every_example_is_a_metric() => Assert.All(MetricCatalog.Examples, static name => MetricCatalog.Create(name, MetricPreset.Paper));

    [Theory]
    [InlineData("paper", "precision@5", "precision@5|over:min(k,returned)|unread:0|v:1")]
    [InlineData("nltk", "precision@5", "precision@5|over:k|unread:0|v:1")]
    [InlineData("paper", "precision@5:k", "precision@5|over:k|unread:0|v:1")]
    [InlineData("paper", "bleu-2", "bleu-2|level:sentence-mean|nrefs:1|case:mixed|tok:white-space|smooth:nltk-method0|scale:1|unread:empty|v:1")]
    [InlineData("rouge-score", "bleu-2", "bleu-2|level:sentence-mean|nrefs:1|case:mixed|tok:13a|smooth:sacrebleu|scale:1|unread:empty|v:1")]
    [InlineData("paper", "bleu-4:nltk-method3", "bleu-4|level:sentence-mean|nrefs:1|case:mixed|tok:white-space|smooth:nltk-method3|scale:1|unread:empty|v:1")]
    [InlineData("paper", "rouge-l", "rouge-l|like:rouge-score|value:f|tok:ascii-words|stem:no|mean:plain|unread:empty|v:1")]
    [InlineData("pltrdy", "rouge-l", "rouge-l|like:pltrdy|value:f|tok:full-stops|stem:no|mean:plain|unread:empty|v:1")]
    [InlineData("pltrdy", "rouge-2:rouge-score", "rouge-2|like:rouge-score|value:f|tok:ascii-words|stem:no|mean:plain|unread:empty|v:1")]
    [InlineData("paper", "accuracy:folded", "accuracy|norm:folded|unread:0|v:1")]
    [InlineData("paper", "ndcg@10", "ndcg@10|gain:relevance|discount:log2|ideal:min(relevant,k)|missing:0|unread:0|v:1")]
    public void A_preset_says_what_a_plain_name_means_and_a_convention_overrides_it(string preset, string name, string signature)
    {
        Assert.True(MetricPreset.TryFind(preset, out var found));
        Assert.Equal(signature, MetricCatalog.Create(name, found).Signature);
    }

    [Theory]
    [InlineData("ndgc@10", "did you mean \"ndcg@10\"?")]
    [InlineData("rogue-1", "did you mean \"rouge-1\"?")]
    [InlineData("wonderful", "known are, by example, accuracy")]
    [InlineData("", "\"\" is not a metric")]
    [InlineData("NDCG@10", "did you mean")]
    [InlineData("ndcg@0", "\"0\" stands for how many places count, which is a whole number from 1")]
    [InlineData("ndcg@x", "\"x\" stands for how many places count")]
    [InlineData("ndcg@", "\"\" stands for how many places count")]
    [InlineData("bleu-99", "from 1 to 9")]
    [InlineData("hit", "hit needs a number of places (@k), as in \"hit@1\"")]
    [InlineData("bleu", "bleu needs the length of n-grams (-n), as in \"bleu-2\"")]
    [InlineData("rmse@5", "rmse takes no number of places")]
    [InlineData("rmse-2", "rmse takes no length of n-grams")]
    [InlineData("bleu-2:moses", "\"moses\" is no convention of bleu; there are nltk-method0")]
    [InlineData("ndcg@10:burges", "ndcg has only one convention")]
    [InlineData("rouge-lsum:pltrdy", "rouge-lsum has only one convention")]
    public void A_name_that_is_no_metrics_is_refused_with_the_reason(string name, string reason)
    {
        var error = Assert.Throws<UnknownMetricException>(() => MetricCatalog.Create(name, MetricPreset.Paper));

        Assert.Contains(reason, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(name, error.Name);
    }

    [Fact]
    public void An_unknown_preset_is_not_found() => Assert.False(MetricPreset.TryFind("best", out _));
}
