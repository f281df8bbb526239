namespace Itdr;

/// <summary>What a slot of an answer holds.</summary>
public enum AnswerSlotKind
{
    /// <summary>A number: within bounds, or a point of the task's scale.</summary>
    Number,

    /// <summary>A value of a closed set that is the same for every task.</summary>
    Set,

    /// <summary>One of the task's candidates.</summary>
    Choice,

    /// <summary>The task's candidates in the order of their ranks.</summary>
    Ranking,

    /// <summary>Free text.</summary>
    Text,

    /// <summary>A date, a time of day, or both.</summary>
    Date,

    /// <summary>A list of texts, numbers, dates or values of a closed set.</summary>
    List,
}
