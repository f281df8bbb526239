namespace Itdr.Subtasks;

/// <summary>Choosing the item that a user turns to next (ITDR §3, next item recommendation).</summary>
/// <param name="Domain">What the items are.</param>
/// <param name="History">Items that the user has engaged with.</param>
/// <param name="Candidates">The items to choose from.</param>
[Subtask("next-item", RootTask = RootTask.UserItemInteraction, Method = "RecommendNext")]
[Instruction("""
    Choose the item that a user will turn to next, judging by what the same user has chosen before. Items are given as title:tag where a tag is known. Answer with the title of exactly one candidate, without its tag, copied as it is given, and write nothing else.
    """)]
[Prompt("""
    The user has {Domain.Engaged} these {Domain}{?HistoryOrder}, {HistoryOrder}{/HistoryOrder}:
    {History:tagged}
    Which one of these {Domain} comes next?
    {Candidates:tagged}
    """)]
public sealed partial record NextItemRecommendation(
    ItemDomain Domain,
    [List(ListStyle.Numbered)] IReadOnlyList<Item> History,
    [List(ListStyle.Bulleted)] IReadOnlyList<Item> Candidates)
{
    /// <summary>What the order of the history is, such as <see cref="Subtasks.HistoryOrder.OldestFirst"/>; null says nothing of it.</summary>
    public string? HistoryOrder { get; init; }

    /// <summary>The chosen item.</summary>
    /// <param name="Choice">One of the candidates.</param>
    [Answer("{Choice}")]
    public sealed partial record Answer(
        [ChosenFrom(nameof(Candidates)), Metrics("hit@1")] Item Choice);
}
