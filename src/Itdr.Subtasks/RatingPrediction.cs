namespace Itdr.Subtasks;

/// <summary>Predicting the rating that a user gives to one more item (ITDR §3, rating prediction).</summary>
/// <param name="Domain">What the items are.</param>
/// <param name="Scale">The scale of the ratings.</param>
/// <param name="History">Items that the user has rated.</param>
/// <param name="Target">The item whose rating is asked for.</param>
[Subtask("rating-prediction", RootTask = RootTask.UserItemInteraction, Method = "PredictRating")]
[Instruction("""
    Predict the rating that a user will give to an item, judging by the ratings the same user gave before. The history lists each title with its rating in parentheses. Answer with the rating alone: one number on the scale that the task names, written as the ratings in the history are.
    """)]
[Prompt("""
    The user has rated these {Domain}{?HistoryOrder}, {HistoryOrder}{/HistoryOrder}: {History}.
    The scale runs from {Scale:steps}.
    Which rating will the user give to this {Domain.Item}?
    {Target}
    """)]
public sealed partial record RatingPrediction(
    ItemDomain Domain,
    RatingScale Scale,
    [List(ListStyle.Inline)] IReadOnlyList<RatedItem> History,
    Item Target)
{
    /// <summary>What the order of the history is, such as <see cref="Subtasks.HistoryOrder.OldestFirst"/>; null says nothing of it.</summary>
    public string? HistoryOrder { get; init; }

    /// <summary>The predicted rating.</summary>
    /// <param name="Rating">A point of the task's scale.</param>
    [Answer("{Rating}")]
    public sealed partial record Answer(
        [OnScale(nameof(Scale)), Metrics("rmse", "mae")] decimal Rating);
}
