using System.Collections.Immutable;

namespace Itdr;

/// <summary>The repairs of one reading: one entry a kind, at its first position, with its costs summed.</summary>
internal sealed class RepairLog
{
    private readonly List<Repair> repairs = [];

    /// <summary>Records a repair.</summary>
    public void Add(RepairKind kind, int position, double cost = 1)
    {
        var index = repairs.FindIndex(repair => repair.Kind == kind);
        if (index < 0)
        {
            repairs.Add(new Repair(kind, position, cost));
        }
        else
        {
            var known = repairs[index];
            repairs[index] = new Repair(kind, Math.Min(known.Position, position), known.Cost + cost);
        }
    }

    /// <summary>What was recorded, in the order of the text and, at one place, in the order of the kinds.</summary>
    public ImmutableArray<Repair> InOrder() =>
        [.. repairs.OrderBy(static repair => repair.Position).ThenBy(static repair => repair.Kind)];
}
