namespace Itdr.Subtasks;

/// <summary>What a prompt may say about the order of a history. Where a source has no time, nothing is said.</summary>
public static class HistoryOrder
{
    /// <summary>In time order, the oldest first.</summary>
    public const string OldestFirst = "oldest first";
}
