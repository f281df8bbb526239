using Itdr.Datasets.Tables;
using Itdr.Subtasks;

namespace Itdr.Datasets.Cells;

/// <summary>A part of a source of which a cell is made by itself, with a limit of its own: a category, or a pair of categories.</summary>
internal sealed record CellPart
{
    /// <summary>A source that has no parts.</summary>
    public static CellPart Whole { get; } = new();

    /// <summary>The name of the part, which stands in the ids of its instances; null for the whole source.</summary>
    public string? Name { get; init; }

    /// <summary>The group of the items that an instance is about; null for those of any.</summary>
    public string? Group { get; init; }

    /// <summary>The group of the items that a pair starts from; null where there is no pair.</summary>
    public string? SourceGroup { get; init; }

    /// <summary>What the items of <see cref="Group"/> are; null where the recipe says so.</summary>
    public ItemDomain? Domain { get; init; }

    /// <summary>What the items of <see cref="SourceGroup"/> are; null where there is no pair.</summary>
    public ItemDomain? SourceDomain { get; init; }

    /// <summary>What a recipe is to see: of a user the items of the part alone, unless it is a pair; null if it is an item of another part.</summary>
    /// <param name="subject">The user or item.</param>
    /// <param name="items">The items of the source.</param>
    public Subject? Of(Subject subject, ItemTable items) => (subject, Group, SourceGroup) switch
    {
        (SampledItem item, { } group, _) => items.GroupOf(item.Index) == group ? item : null,
        (UserHistory user, { } group, null) => user.Within(interaction => items.GroupOf(interaction.Item) == group),
        _ => subject,
    };
}

/// <summary>How a cell is divided into parts.</summary>
/// <param name="Parts">The parts, in the order in which they are made.</param>
/// <param name="Limit">The most users or items of each part, as a threshold; null where only the limit of the build holds.</param>
internal sealed record CellParts(IReadOnlyList<CellPart> Parts, CellSettingInfo? Limit)
{
    /// <summary>A cell that is not divided.</summary>
    public static CellParts Undivided { get; } = new([CellPart.Whole], Limit: null);
}
