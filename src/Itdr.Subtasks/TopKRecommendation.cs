namespace Itdr.Subtasks;

/// <summary>Ranking candidates for a user (ITDR §3, top-k recommendation).</summary>
/// <param name="Domain">What the items are.</param>
/// <param name="History">Items that the user has engaged with.</param>
/// <param name="Candidates">The items to rank.</param>
[Subtask("top-k", RootTask = RootTask.UserItemInteraction, Method = "Rank")]
[Instruction("""
    Rank candidate items for a user, judging by what the same user has chosen before. Answer with every candidate exactly once, as a numbered list with one title a line, from the most to the least likely choice. Copy each title as it is given and write nothing else.
    """)]
[Prompt("""
    The user has {Domain.Engaged} these {Domain}{?HistoryOrder}, {HistoryOrder}{/HistoryOrder}:
    {History}
    Rank these {Domain} by how likely the user is to choose and like them:
    {Candidates}
    """)]
public sealed partial record TopKRecommendation(
    ItemDomain Domain,
    [List(ListStyle.Numbered)] IReadOnlyList<Item> History,
    [List(ListStyle.Numbered)] IReadOnlyList<Item> Candidates)
{
    /// <summary>What the order of the history is, such as <see cref="Subtasks.HistoryOrder.OldestFirst"/>; null says nothing of it.</summary>
    public string? HistoryOrder { get; init; }

    /// <summary>The ranked candidates.</summary>
    /// <param name="Ranking">All candidates, the most likely first.</param>
    [Answer("{Ranking}")]
    [Metrics("ndcg@10", "hit@1", "precision@5")]
    public sealed partial record Answer(
        [RankedFrom(nameof(Candidates)), List(ListStyle.Numbered)] IReadOnlyList<Item> Ranking);
}
