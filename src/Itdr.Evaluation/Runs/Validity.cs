namespace Itdr.Evaluation;

/// <summary>How many instances there were, and what became of their predictions.</summary>
public sealed record Validity
{
    /// <summary>Instances with a known answer: what scores are taken over. The others below add up to it: missing, unread and read.</summary>
    public int Instances { get; init; }

    /// <summary>Instances without a known answer, which nothing can be compared with.</summary>
    public int Unlabelled { get; init; }

    /// <summary>Instances that the run has no prediction for.</summary>
    public int Missing { get; init; }

    /// <summary>Instances whose prediction could not be read.</summary>
    public int Unread { get; init; }

    /// <summary>Instances whose prediction was read.</summary>
    public int Read { get; init; }

    /// <summary>Of the predictions that were read, how many took a repair.</summary>
    public int Repaired { get; init; }

    /// <summary>How many predictions took each kind of repair.</summary>
    public IReadOnlyDictionary<RepairKind, int> Repairs { get; init; } = new Dictionary<RepairKind, int>();

    /// <summary>Predictions that were made with another template than the subtask's.</summary>
    public int OtherTemplate { get; init; }

    /// <summary>The share of the instances whose prediction was read; NaN for no instance.</summary>
    public double Ratio => Instances == 0 ? double.NaN : Read / (double)Instances;

    /// <summary>The counts of several cells together.</summary>
    /// <param name="parts">The counts of each.</param>
    public static Validity Sum(IEnumerable<Validity> parts) => parts.Aggregate(new Validity(), static (left, right) => new Validity
    {
        Instances = left.Instances + right.Instances,
        Unlabelled = left.Unlabelled + right.Unlabelled,
        Missing = left.Missing + right.Missing,
        Unread = left.Unread + right.Unread,
        Read = left.Read + right.Read,
        Repaired = left.Repaired + right.Repaired,
        Repairs = left.Repairs.Concat(right.Repairs).GroupBy(static pair => pair.Key).ToDictionary(static kind => kind.Key, static kind => kind.Sum(static pair => pair.Value)),
        OtherTemplate = left.OtherTemplate + right.OtherTemplate,
    });
}
