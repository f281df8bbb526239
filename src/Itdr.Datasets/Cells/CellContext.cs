using Itdr.Datasets.Sampling;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Cells;

/// <summary>What a recipe makes its instances from, besides the user or item.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Settings">Its thresholds.</param>
/// <param name="Items">The items of the source.</param>
/// <param name="Users">What the source says of its users.</param>
/// <param name="Negatives">The items from which negatives are drawn.</param>
/// <param name="Seed">The seed of the build.</param>
internal sealed record CellContext(
    CellName Cell, CellSettings Settings, ItemTable Items, UserTable Users, NegativePool Negatives, long Seed)
{
    /// <summary>The reviews of the sampled items; there are none before the items are known.</summary>
    public ItemReviews Reviews { get; init; } = ItemReviews.None;

    /// <summary>The generator of a user's instance.</summary>
    public SeededRandom RandomOf(UserHistory user) => SeededRandom.ForInstance(Seed, Cell.ToString(), user.Id);
}
