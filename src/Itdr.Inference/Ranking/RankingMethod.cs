namespace Itdr.Inference;

/// <summary>How a ranking is made in process.</summary>
public enum RankingMethod
{
    /// <summary>The model writes the list, place by place, each candidate at most once.</summary>
    Walk,

    /// <summary>Each candidate is scored alone in the first place, all in few decode calls, and the scores give the order.</summary>
    Scores,
}
