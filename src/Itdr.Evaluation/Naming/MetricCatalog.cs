namespace Itdr.Evaluation;

/// <summary>
/// All metrics by the names that <c>[Metrics("ndcg@10")]</c> uses: <c>family</c>, perhaps with <c>-n</c> for n-grams,
/// <c>@k</c> for places, and <c>:convention</c> where the preset's is not meant, as in <c>bleu-2:sacrebleu</c>,
/// <c>rouge-l:pltrdy</c>, <c>precision@5:returned</c> and <c>accuracy:folded</c>.
/// </summary>
public static class MetricCatalog
{
    private static readonly SortedDictionary<string, MetricFamily> Families = new(StringComparer.Ordinal)
    {
        ["rmse"] = new("rmse", static (name, _) => new RootMeanSquaredError(name.Text)),
        ["mae"] = new("mae", static (name, _) => new MeanAbsoluteError(name.Text)),
        ["accuracy"] = new("accuracy", LabelConventions.Create) { Conventions = LabelConventions.Names },
        ["ndcg"] = new("ndcg@10", static (name, _) => new Ndcg(name.Depth ?? RankingMetric.WholeList, name.Text)) { Depth = Part.Allowed },
        ["hit"] = new("hit@1", static (name, _) => new Hit(name.Depth!.Value, name.Text)) { Depth = Part.Required },
        ["precision"] = new("precision@5", PrecisionConventions.Create) { Depth = Part.Required, Conventions = PrecisionConventions.Names },
        ["recall"] = new("recall@5", static (name, _) => new Recall(name.Depth!.Value, name.Text)) { Depth = Part.Required },
        ["mrr"] = new("mrr", static (name, _) => new ReciprocalRank(name.Depth ?? RankingMetric.WholeList, name.Text)) { Depth = Part.Allowed },
        ["map"] = new("map", static (name, _) => new AveragePrecision(name.Depth ?? RankingMetric.WholeList, name.Text)) { Depth = Part.Allowed },
        ["bleu"] = new("bleu-2", static (name, preset) => new Bleu(name.Order!.Value, BleuConventions.Find(name, preset), name.Text))
        {
            Order = Part.Required,
            Conventions = BleuConventions.Names,
        },
        ["corpus-bleu"] = new("corpus-bleu-4", static (name, preset) => new CorpusBleu(name.Order!.Value, BleuConventions.Find(name, preset), name.Text))
        {
            Order = Part.Required,
            Conventions = BleuConventions.Names,
        },
        ["rouge"] = new("rouge-1", RougeConventions.CreateN) { Order = Part.Required, Conventions = RougeConventions.Names },
        ["rouge-l"] = new("rouge-l", RougeConventions.CreateL) { Conventions = RougeConventions.Names },
        ["rouge-lsum"] = new("rouge-lsum", static (name, _) => new RougeLsum(name.Text)),
    };

    /// <summary>One example of each family's names, by the family's name.</summary>
    public static IReadOnlyList<string> Examples { get; } = [.. Families.Values.Select(static family => family.Example)];

    /// <summary>Makes the metric of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="preset">What plain names mean.</param>
    /// <exception cref="UnknownMetricException">There is no such metric; the message says what is wrong with the name.</exception>
    public static Metric Create(string name, MetricPreset preset)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(preset);
        var parts = MetricName.Parse(name);
        if (!Families.TryGetValue(parts.Family, out var family))
        {
            var known = $"known are, by example, {string.Join(", ", Examples)}";
            throw new UnknownMetricException(name, Similarity.Nearest(parts.Family, Families.Keys) is { } nearest
                ? $"\"{name}\" is not a metric; did you mean \"{nearest}{name[parts.Family.Length..]}\"? ({known}.)"
                : $"\"{name}\" is not a metric; {known}.");
        }

        family.Require(parts);
        return family.Create(parts, preset);
    }
}
