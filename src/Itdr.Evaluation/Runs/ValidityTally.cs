using System.Collections.Immutable;

namespace Itdr.Evaluation;

/// <summary>Counts what becomes of the predictions of a cell.</summary>
internal sealed class ValidityTally
{
    private readonly SortedDictionary<RepairKind, int> repairs = [];
    private int read;
    private int repaired;

    public int Instances { get; set; }

    public int Unlabelled { get; set; }

    public int Missing { get; set; }

    public int Unread { get; set; }

    public int OtherTemplate { get; set; }

    public void AddRead(ImmutableArray<Repair> taken)
    {
        read++;
        repaired += taken.IsEmpty ? 0 : 1;
        foreach (var kind in taken.Select(static repair => repair.Kind).Distinct())
        {
            repairs[kind] = repairs.GetValueOrDefault(kind) + 1;
        }
    }

    public Validity ToValidity() => new()
    {
        Instances = Instances,
        Unlabelled = Unlabelled,
        Missing = Missing,
        Unread = Unread,
        Read = read,
        Repaired = repaired,
        Repairs = repairs,
        OtherTemplate = OtherTemplate,
    };
}
