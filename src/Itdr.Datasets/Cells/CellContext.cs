using Itdr.Datasets.Sampling;
using Itdr.Datasets.Tables;
using Itdr.Subtasks;

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
    /// <summary>The part of the source that the instances are made of.</summary>
    public CellPart Part { get; init; } = CellPart.Whole;

    /// <summary>The reviews that the recipe asked for; null before it is known whose they are, and where the source has none.</summary>
    public KeptReviews? Reviews { get; init; }

    /// <summary>What the items are: what the part says, or else what the recipe knows.</summary>
    public ItemDomain DomainOr(ItemDomain domain) => Part.Domain ?? domain;

    /// <summary>The key of an instance within the cell.</summary>
    public string KeyOf(Subject subject) => Part.Name is { } part && subject is UserHistory ? $"{part}.{subject.Id}" : subject.Id;

    /// <summary>The generator of a user's instance.</summary>
    public SeededRandom RandomOf(UserHistory user) => new(InstanceSeed.Of(Seed, Cell.ToString(), KeyOf(user)));
}
