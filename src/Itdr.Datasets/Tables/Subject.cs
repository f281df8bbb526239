namespace Itdr.Datasets.Tables;

/// <summary>What an instance is made of: a user or an item of a source.</summary>
/// <param name="Id">Its id in the source.</param>
/// <param name="Hash">The hash by which it was sampled.</param>
internal abstract record Subject(string Id, ulong Hash)
{
    /// <summary>The order of sampling: by hash, then by id.</summary>
    public static int CompareSampled(Subject left, Subject right) =>
        left.Hash != right.Hash ? left.Hash.CompareTo(right.Hash) : IdOrder.Instance.Compare(left.Id, right.Id);
}

/// <summary>An item in the place of a user.</summary>
/// <param name="Id">The item's id in the source.</param>
/// <param name="Hash">The hash by which the item was sampled.</param>
/// <param name="Index">The item's index in its <see cref="ItemTable"/>.</param>
/// <param name="Rows">How many rows of the source name it, a user's repeated ones counted once where the source has such.</param>
internal sealed record SampledItem(string Id, ulong Hash, int Index, long Rows) : Subject(Id, Hash);
