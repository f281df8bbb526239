using Itdr.Datasets.Sampling;
using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>The candidates of a ranking instance: positives and drawn negatives, shuffled.</summary>
internal sealed class CandidateSet
{
    private readonly int[] items;
    private readonly HashSet<int> positives;
    private readonly int negativesOfOtherCategories;

    private CandidateSet(int[] items, HashSet<int> positives, Item[] shown, int negativesOfOtherCategories)
    {
        this.items = items;
        this.positives = positives;
        this.negativesOfOtherCategories = negativesOfOtherCategories;
        Items = shown;
    }

    /// <summary>The candidates as the prompt shows them.</summary>
    public IReadOnlyList<Item> Items { get; }

    /// <summary>The negatives as the prompt shows them, in the order of the candidates.</summary>
    public IEnumerable<Item> NegativeItems => Items.Where((_, place) => !positives.Contains(items[place]));

    /// <summary>Draws negatives and shuffles them with the positives.</summary>
    /// <param name="user">The user.</param>
    /// <param name="positives">The positives, in time order.</param>
    /// <param name="negatives">How many negatives to draw.</param>
    /// <param name="show">How an item is shown.</param>
    /// <param name="context">The cell.</param>
    /// <returns>The candidates, or null if the source has too few negatives.</returns>
    public static CandidateSet? Draw(
        UserHistory user, IReadOnlyCollection<int> positives, int negatives, Func<CatalogItem, Item> show, CellContext context)
    {
        var random = context.RandomOf(user);
        var draw = new NegativeDraw(context.Negatives, user, positives, random);
        if (draw.Take(negatives) is not { } drawn)
        {
            return null;
        }

        int[] items = [.. positives, .. drawn];
        random.Shuffle(items.AsSpan());
        return new CandidateSet(items, [.. positives], [.. items.Select(item => show(context.Items[item]))], draw.OtherCategories);
    }

    /// <summary>A candidate as the prompt shows it: the very instance that stands in the task.</summary>
    public Item ItemOf(int item) => Items[Array.IndexOf(items, item)];

    /// <summary>The order of a label: the positives by rating, then the most recent, and behind them the negatives in the order of the candidates.</summary>
    /// <param name="positives">The interactions with the positives.</param>
    public IReadOnlyList<Item> Ranking(IEnumerable<Interaction> positives) =>
    [
        .. positives.OrderByDescending(static liked => liked.Rating).ThenByDescending(static liked => liked).Select(liked => ItemOf(liked.Item)),
        .. NegativeItems,
    ];

    /// <summary>Makes a draft with the relevance of these candidates.</summary>
    public Draft<TTask, TAnswer> Draft<TTask, TAnswer>(TTask task, TAnswer answer) => new(task, answer)
    {
        Relevance = [.. items.Select(item => positives.Contains(item) ? 1.0 : 0.0)],
        Negatives = [.. items.Where(item => !positives.Contains(item))],
        NegativesOfOtherCategories = negativesOfOtherCategories,
    };
}
