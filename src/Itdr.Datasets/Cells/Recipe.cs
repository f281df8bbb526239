using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Cells;

/// <summary>How the instances of a subtask are made of users.</summary>
/// <typeparam name="TTask">The subtask.</typeparam>
/// <typeparam name="TAnswer">Its answer.</typeparam>
internal abstract class Recipe<TTask, TAnswer>
    where TTask : ISubtask<TTask, TAnswer>
{
    /// <summary>The thresholds with their defaults.</summary>
    public abstract IReadOnlyList<CellSettingInfo> Settings { get; }

    /// <summary>Whether an instance can be made of a user.</summary>
    public abstract bool IsEligible(UserHistory user, CellContext context);

    /// <summary>Makes the instance of an eligible user.</summary>
    /// <returns>The instance, or null if too few items with a title and at least one rating were never touched by the user.</returns>
    public abstract Draft<TTask, TAnswer>? Make(UserHistory user, CellContext context);
}
