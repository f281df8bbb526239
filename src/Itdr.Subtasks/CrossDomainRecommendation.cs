namespace Itdr.Subtasks;

/// <summary>Ranking candidates of one domain for a user who is known from another one as well (ITDR §3, cross-domain recommendation).</summary>
/// <param name="SourceDomain">What the items of the other domain are.</param>
/// <param name="SourceHistory">Items of the other domain that the user has engaged with.</param>
/// <param name="Domain">What the candidates are.</param>
/// <param name="History">Items of the candidates' domain that the user has engaged with.</param>
/// <param name="Candidates">The items to rank.</param>
[Subtask("cross-domain", RootTask = RootTask.UserItemInteraction, Method = "RankAcrossDomains")]
[Instruction("""
    Rank candidate items of one domain for a user, judging by what the same user has chosen before in this domain and in another one. Answer with every candidate exactly once, as a numbered list with one title a line, from the most to the least likely choice. Copy each title as it is given and write nothing else.
    """)]
[Prompt("""
    The user has {SourceDomain.Engaged} these {SourceDomain}{?HistoryOrder}, {HistoryOrder}{/HistoryOrder}:
    {SourceHistory}
    The user has {Domain.Engaged} these {Domain}{?HistoryOrder}, {HistoryOrder}{/HistoryOrder}:
    {History}
    Rank these {Domain} by how likely the user is to choose and like them:
    {Candidates}
    """)]
public sealed partial record CrossDomainRecommendation(
    ItemDomain SourceDomain,
    [List(ListStyle.Numbered)] IReadOnlyList<Item> SourceHistory,
    ItemDomain Domain,
    [List(ListStyle.Numbered)] IReadOnlyList<Item> History,
    [List(ListStyle.Numbered)] IReadOnlyList<Item> Candidates)
{
    /// <summary>What the order of both histories is, such as <see cref="Subtasks.HistoryOrder.OldestFirst"/>; null says nothing of it.</summary>
    public string? HistoryOrder { get; init; }

    /// <summary>The ranked candidates.</summary>
    /// <param name="Ranking">All candidates, the most likely first.</param>
    [Answer("{Ranking}")]
    [Metrics("ndcg@10", "hit@1", "precision@5")]
    public sealed partial record Answer(
        [RankedFrom(nameof(Candidates)), List(ListStyle.Numbered)] IReadOnlyList<Item> Ranking);
}
