namespace Itdr;

/// <summary>The two root tasks of the ITDR paper (§3): every subtask of the paper belongs to one of them.</summary>
public enum RootTask
{
    /// <summary>The subtask belongs to no root task and stays out of the aggregates pUII and pUIU.</summary>
    None,

    /// <summary>Predicting how a user will act on items: ratings, rankings, the next item.</summary>
    UserItemInteraction,

    /// <summary>Describing users and items: attributes, interests, target groups.</summary>
    UserItemUnderstanding,
}
