using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Cells;

/// <summary>How the instances of a subtask are made, each of one <see cref="Subject"/>.</summary>
/// <typeparam name="TTask">The subtask.</typeparam>
/// <typeparam name="TAnswer">Its answer.</typeparam>
internal abstract class Recipe<TTask, TAnswer>
    where TTask : ISubtask<TTask, TAnswer>
{
    /// <summary>The thresholds with their defaults.</summary>
    public abstract IReadOnlyList<CellSettingInfo> Settings { get; }

    /// <summary>Whether the instances are made of items and not of users.</summary>
    public abstract bool IsOfItems { get; }

    /// <summary>What is said of an eligible subject of which no instance could be made after all.</summary>
    public virtual Shortage Shortage { get; } = new(
        "too few rated items that the user never touched", "of the items with a title and at least one rating, too few were never touched by the user.");

    /// <summary>Whether an instance can be made of a subject.</summary>
    public abstract bool IsEligible(Subject subject, CellContext context);

    /// <summary>The rows that a user must have at the least to be eligible, counted before repeated rows are known.</summary>
    public virtual IReadOnlyList<RowNeed> RowsNeeded(CellSettings settings, CellPart part) => [new RowNeed(1) { Group = part.Group }];

    /// <summary>What keeps the reviews that the prompts show; null where they show none.</summary>
    /// <param name="taken">The eligible subjects that were taken.</param>
    /// <param name="context">The cell.</param>
    public virtual KeptReviews? ReviewsFor(IReadOnlyList<Subject> taken, CellContext context) => null;

    /// <summary>Makes the instance of an eligible subject.</summary>
    /// <returns>The instance, or null if what <see cref="Shortage"/> says is so.</returns>
    public abstract Draft<TTask, TAnswer>? Make(Subject subject, CellContext context);
}

/// <summary>Why no instance could be made of an eligible subject.</summary>
/// <param name="Reason">The reason as a clause, for counts.</param>
/// <param name="Detail">The reason as the end of a sentence about one instance.</param>
internal sealed record Shortage(string Reason, string Detail);

/// <summary>How the instances of a subtask are made of users.</summary>
/// <typeparam name="TTask">The subtask.</typeparam>
/// <typeparam name="TAnswer">Its answer.</typeparam>
internal abstract class UserRecipe<TTask, TAnswer> : Recipe<TTask, TAnswer>
    where TTask : ISubtask<TTask, TAnswer>
{
    public sealed override bool IsOfItems => false;

    public sealed override bool IsEligible(Subject subject, CellContext context) => IsEligible((UserHistory)subject, context);

    public sealed override Draft<TTask, TAnswer>? Make(Subject subject, CellContext context) => Make((UserHistory)subject, context);

    /// <summary>Whether an instance can be made of a user.</summary>
    protected abstract bool IsEligible(UserHistory user, CellContext context);

    /// <summary>Makes the instance of an eligible user.</summary>
    /// <returns>The instance, or null if what <see cref="Shortage"/> says is so.</returns>
    protected abstract Draft<TTask, TAnswer>? Make(UserHistory user, CellContext context);
}

/// <summary>How the instances of a subtask are made of items.</summary>
/// <typeparam name="TTask">The subtask.</typeparam>
/// <typeparam name="TAnswer">Its answer.</typeparam>
internal abstract class ItemRecipe<TTask, TAnswer> : Recipe<TTask, TAnswer>
    where TTask : ISubtask<TTask, TAnswer>
{
    public sealed override bool IsOfItems => true;

    public sealed override bool IsEligible(Subject subject, CellContext context) => IsEligible((SampledItem)subject, context);

    public sealed override Draft<TTask, TAnswer>? Make(Subject subject, CellContext context) => Make((SampledItem)subject, context);

    /// <summary>Whether an instance can be made of an item.</summary>
    protected abstract bool IsEligible(SampledItem item, CellContext context);

    /// <summary>Makes the instance of an eligible item.</summary>
    protected abstract Draft<TTask, TAnswer> Make(SampledItem item, CellContext context);
}
