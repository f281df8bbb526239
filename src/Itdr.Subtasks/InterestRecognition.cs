namespace Itdr.Subtasks;

/// <summary>Summing up a user's interests from what the user said about items (ITDR §3, interest recognition). The label comes from a teacher model.</summary>
/// <param name="Domain">What the items are.</param>
/// <param name="Liked">Items that the user liked, with the user's words or what is known of the item.</param>
/// <param name="Disliked">Items that the user disliked, likewise.</param>
/// <param name="Reviewed">Items of which it is not known whether the user liked them, where the source has no rating.</param>
[Subtask("interest-recognition", RootTask = RootTask.UserItemUnderstanding, Method = "RecognizeInterests")]
[Instruction("""
    Sum up what a user is interested in, judging by items and what is said about them. Answer with one short paragraph of plain text: what the user looks for, what puts the user off, and no list, heading or title.
    """)]
[Prompt("""
    {?Liked}
    The user liked these {Domain}:
    {Liked}
    {/Liked}
    {?Disliked}
    The user disliked these {Domain}:
    {Disliked}
    {/Disliked}
    {?Reviewed}
    The user has {Domain.Engaged} these {Domain} and wrote about them:
    {Reviewed}
    {/Reviewed}
    Sum up the interests of this user.
    """)]
public sealed partial record InterestRecognition(
    ItemDomain Domain,
    [List(ListStyle.Numbered)] IReadOnlyList<ItemText> Liked,
    [List(ListStyle.Numbered)] IReadOnlyList<ItemText> Disliked,
    [List(ListStyle.Numbered)] IReadOnlyList<ItemText> Reviewed)
{
    /// <summary>The interests.</summary>
    /// <param name="Summary">One paragraph of plain text.</param>
    [Answer("{Summary}")]
    [Metrics("bleu-1", "bleu-2", "rouge-1", "rouge-2", "rouge-l")]
    public sealed partial record Answer(string Summary);
}
