namespace Itdr.Evaluation;

/// <summary>Keeps the worst answers of a cell: those that fall furthest short, and the first of those that could not be read.</summary>
internal sealed class WorstAnswers(int most)
{
    private readonly PriorityQueue<WorstAnswer, double> read = new();
    private readonly List<WorstAnswer> unread = [];

    /// <summary>Whether an answer would be kept; making one costs a prompt.</summary>
    /// <param name="shortfall">How far the answer falls short, or null if it could not be read.</param>
    public bool Wants(double? shortfall) => most > 0 && (shortfall is { } distance
        ? read.Count < most || (read.TryPeek(out _, out var least) && distance > least)
        : unread.Count < most);

    public void Add(WorstAnswer answer, double? shortfall)
    {
        if (shortfall is not { } distance)
        {
            unread.Add(answer);
            return;
        }

        read.Enqueue(answer, distance);
        if (read.Count > most)
        {
            read.Dequeue();
        }
    }

    /// <summary>Those that could not be read, then the others, the worst first.</summary>
    public IReadOnlyList<WorstAnswer> ToList() =>
        [.. unread, .. read.UnorderedItems.OrderByDescending(static item => item.Priority).ThenBy(static item => item.Element.Id, StringComparer.Ordinal).Select(static item => item.Element)];
}
