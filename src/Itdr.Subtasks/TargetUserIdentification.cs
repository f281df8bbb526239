namespace Itdr.Subtasks;

/// <summary>Naming the groups of people that an item suits (ITDR §3, target user identification). The label comes from a teacher model.</summary>
/// <param name="Domain">What kind of item it is.</param>
/// <param name="Target">The item.</param>
/// <param name="Properties">What is known of the item.</param>
/// <param name="Comments">What users said about it; empty where the source has no reviews.</param>
[Subtask("target-users", RootTask = RootTask.UserItemUnderstanding, Method = "IdentifyTargetUsers")]
[Instruction("""
    Name the groups of people that an item suits best, judging by what is known of the item and what users say about it. Answer in plain text: one sentence to begin with, then a numbered list of groups with a reason for each, then one closing sentence.
    """)]
[Prompt("""
    The {Domain.Item} is called {Target}.
    {?Properties}
    This is known of it:
    {Properties}
    {/Properties}
    {?Comments}
    Users say about it:
    {Comments}
    {/Comments}
    Which groups of people does it suit best?
    """)]
public sealed partial record TargetUserIdentification(
    ItemDomain Domain,
    Item Target,
    [List(ListStyle.Bulleted)] IReadOnlyList<ItemProperty> Properties,
    [List(ListStyle.Numbered)] IReadOnlyList<string> Comments)
{
    /// <summary>The groups.</summary>
    /// <param name="Groups">Plain text: a sentence, a numbered list, a sentence.</param>
    [Answer("{Groups}")]
    [Metrics("bleu-1", "bleu-2", "rouge-1", "rouge-2", "rouge-l")]
    public sealed partial record Answer(string Groups);
}
