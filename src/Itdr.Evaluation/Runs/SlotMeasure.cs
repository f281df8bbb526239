namespace Itdr.Evaluation;

/// <summary>Measures one slot of the answers of a cell by one metric.</summary>
internal abstract class SlotMeasure
{
    private int expected;

    protected SlotMeasure(PlannedMetric planned)
    {
        Planned = planned;
        All = new MeasuredRows(planned.Metric);
        Read = new MeasuredRows(planned.Metric);
    }

    /// <summary>The metric and the slot.</summary>
    public PlannedMetric Planned { get; }

    protected AnswerSlot Slot => Planned.Slot;

    protected virtual double? Chance => null;

    private MeasuredRows All { get; }

    private MeasuredRows Read { get; }

    public static SlotMeasure Of(PlannedMetric planned) => planned.Metric switch
    {
        RankingMetric metric => new RankingMeasure(planned, metric),
        NumberMetric metric => new NumberMeasure(planned, metric),
        LabelMetric metric => new LabelMeasure(planned, metric),
        TextMetric metric => new TextMeasure(planned, metric),
        _ => throw new NotSupportedException($"{planned.Metric.Name} is of no known kind of metric."),
    };

    /// <summary>Adds one instance. Nothing is added where its known answer lacks the slot: there is nothing to compare with.</summary>
    /// <param name="id">The id of the instance.</param>
    /// <param name="known">Its known answer.</param>
    /// <param name="predicted">The answer that was read, or null.</param>
    /// <param name="relevanceOf">Gives the relevance of a slot's candidates.</param>
    /// <returns>The instance's own score, or null where nothing was read or there is nothing to compare with.</returns>
    /// <exception cref="UnmeasurableException">The instance cannot be measured.</exception>
    public double? Add(string id, AnswerJson known, AnswerJson? predicted, Func<AnswerSlot, Dictionary<string, double>> relevanceOf)
    {
        if (!known.Has(Slot))
        {
            return null;
        }

        expected++;
        Prepare(relevanceOf);
        Span<double> row = stackalloc double[Planned.Metric.Width];
        row.Clear();
        if (predicted is { } answer && answer.Has(Slot))
        {
            Measure(known, answer, row);
            Read.Add(id, row);
            All.Add(id, row);
            return Planned.Metric.Finish(row, 1);
        }

        if (Planned.Metric.ScoresUnread)
        {
            MeasureUnread(known, row);
            All.Add(id, row);
        }

        return null;
    }

    public MetricResult ToResult() => new(Planned.Metric, Planned.OfAnswer ? null : Slot.Name, All, Read, expected, expected == 0 ? null : Chance / expected);

    protected virtual void Prepare(Func<AnswerSlot, Dictionary<string, double>> relevanceOf)
    {
    }

    protected abstract void Measure(AnswerJson known, AnswerJson predicted, Span<double> row);

    /// <summary>What an answer that could not be read contributes; the row holds zeros.</summary>
    protected virtual void MeasureUnread(AnswerJson known, Span<double> row)
    {
    }

    private sealed class NumberMeasure(PlannedMetric planned, NumberMetric metric) : SlotMeasure(planned)
    {
        protected override void Measure(AnswerJson known, AnswerJson predicted, Span<double> row) =>
            row[0] = metric.Contribution(predicted.Number(Slot), known.Number(Slot));
    }

    private sealed class LabelMeasure(PlannedMetric planned, LabelMetric metric) : SlotMeasure(planned)
    {
        protected override void Measure(AnswerJson known, AnswerJson predicted, Span<double> row) =>
            row[0] = metric.Score(predicted.Text(Slot), known.Text(Slot));
    }

    private sealed class TextMeasure(PlannedMetric planned, TextMetric metric) : SlotMeasure(planned)
    {
        private readonly TextPair texts = new();

        protected override void Measure(AnswerJson known, AnswerJson predicted, Span<double> row) => Measure(predicted.Text(Slot), known, row);

        protected override void MeasureUnread(AnswerJson known, Span<double> row) => Measure("", known, row);

        private void Measure(string predicted, AnswerJson known, Span<double> row)
        {
            texts.Load(predicted, known.Text(Slot));
            metric.Measure(texts, row);
        }
    }

    private sealed class RankingMeasure(PlannedMetric planned, RankingMetric metric) : SlotMeasure(planned)
    {
        private Dictionary<string, double> byItem = [];
        private double[] relevance = [];
        private double chance;

        protected override double? Chance => chance;

        protected override void Prepare(Func<AnswerSlot, Dictionary<string, double>> relevanceOf)
        {
            byItem = relevanceOf(Slot);
            relevance = [.. byItem.Values];
            chance += metric.Chance(relevance, Slot is RankingSlot ranking ? Places(ranking) : 1);
        }

        protected override void Measure(AnswerJson known, AnswerJson predicted, Span<double> row)
        {
            double[] gains = [.. predicted.Items(Slot).Select(item => byItem[item])];
            row[0] = metric.Score(gains, relevance);
        }

        private int Places(RankingSlot ranking) => ranking.Top == 0 ? relevance.Length : Math.Min(ranking.Top, relevance.Length);
    }
}
