namespace Itdr.Evaluation;

/// <summary>The conventions of accuracy by name.</summary>
internal static class LabelConventions
{
    private static readonly LabelNormalization[] All = [LabelNormalization.Exact, LabelNormalization.Folded];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(static normalization => normalization.Name)];

    public static Metric Create(MetricName name, MetricPreset preset) =>
        new Accuracy(name.Convention is { } convention ? All.Single(known => known.Name == convention) : preset.Labels, name.Text);
}

/// <summary>The conventions of precision by name.</summary>
internal static class PrecisionConventions
{
    private const string OverDepth = "k";
    private const string OverReturned = "returned";

    public static IReadOnlyList<string> Names { get; } = [OverDepth, OverReturned];

    public static Metric Create(MetricName name, MetricPreset preset) => new Precision(name.Depth!.Value, Divisor(name, preset), name.Text);

    private static PrecisionDivisor Divisor(MetricName name, MetricPreset preset) => name.Convention switch
    {
        OverDepth => PrecisionDivisor.Depth,
        OverReturned => PrecisionDivisor.Returned,
        _ => preset.Precision,
    };
}

/// <summary>The conventions of BLEU by name.</summary>
internal static class BleuConventions
{
    public static IReadOnlyList<string> Names { get; } = [.. BleuConvention.All.Select(static convention => convention.Name)];

    public static BleuConvention Find(MetricName name, MetricPreset preset) =>
        name.Convention is { } convention ? BleuConvention.All.Single(known => known.Name == convention) : preset.Bleu;
}

/// <summary>The conventions of ROUGE by name.</summary>
internal static class RougeConventions
{
    private static readonly Dictionary<string, RougeConvention> ByName = new(StringComparer.Ordinal)
    {
        ["rouge-score"] = RougeConvention.RougeScore,
        ["pltrdy"] = RougeConvention.Pltrdy,
        ["pltrdy-all"] = RougeConvention.PltrdyAll,
    };

    public static IReadOnlyList<string> Names { get; } = [.. ByName.Keys];

    public static Metric CreateN(MetricName name, MetricPreset preset) => Find(name, preset) switch
    {
        RougeConvention.RougeScore => new RougeN(name.Order!.Value, name.Text),
        var pltrdy => new PltrdyRougeN(name.Order!.Value, Counting(pltrdy), name.Text),
    };

    public static Metric CreateL(MetricName name, MetricPreset preset) => Find(name, preset) switch
    {
        RougeConvention.RougeScore => new RougeL(name.Text),
        var pltrdy => new PltrdyRougeL(Counting(pltrdy), name.Text),
    };

    private static PltrdyCounting Counting(RougeConvention convention) =>
        convention == RougeConvention.Pltrdy ? PltrdyCounting.Exclusive : PltrdyCounting.All;

    private static RougeConvention Find(MetricName name, MetricPreset preset) =>
        name.Convention is { } convention ? ByName[convention] : preset.Rouge;
}
