using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Cells;

/// <summary>One cell of the dataset: a recipe over a source.</summary>
internal abstract class Cell
{
    /// <summary>What is known of the cell without its data.</summary>
    public abstract CellInfo Info { get; }

    /// <summary>The subtask.</summary>
    public abstract SubtaskDescriptor Descriptor { get; }

    /// <summary>The parts of the source that it is made of, each by itself.</summary>
    public abstract IReadOnlyList<CellPart> Parts { get; }

    /// <summary>Whether the instances are made of items and not of users.</summary>
    public abstract bool IsOfItems { get; }

    /// <summary>The most users or items of a part.</summary>
    /// <param name="settings">The thresholds of the cell.</param>
    /// <param name="limit">The limit of the build.</param>
    public abstract int LimitOf(CellSettings settings, int limit);

    /// <summary>The rows that a user must have at the least to be eligible.</summary>
    public abstract IReadOnlyList<RowNeed> RowsNeeded(CellSettings settings, CellPart part);

    /// <summary>Whether an instance can be made of a subject.</summary>
    public abstract bool IsEligible(Subject subject, CellContext context);

    /// <summary>What keeps the reviews that the prompts show; null where they show none.</summary>
    public abstract KeptReviews? ReviewsFor(IReadOnlyList<Subject> taken, CellContext context);

    /// <summary>Calls the visitor with this cell's own types.</summary>
    public abstract TResult Accept<TResult>(ICellVisitor<TResult> visitor);

    /// <summary>One row of the table of cells.</summary>
    /// <param name="source">The name of the source.</param>
    /// <param name="eligible">Who is eligible and what an instance is, for lists and the dataset card.</param>
    /// <param name="recipe">How instances are made.</param>
    /// <param name="parts">How the cell is divided; null if it is not.</param>
    /// <param name="isExtra">Whether the cell is outside the paper's.</param>
    public static Cell Of<TTask, TAnswer>(
        string source, string eligible, Recipe<TTask, TAnswer> recipe, CellParts? parts = null, bool isExtra = false)
        where TTask : ISubtask<TTask, TAnswer> => new Cell<TTask, TAnswer>(source, eligible, recipe, parts ?? CellParts.Undivided, isExtra);
}

/// <summary>One cell of the dataset, with the types of its subtask.</summary>
internal sealed class Cell<TTask, TAnswer>(string source, string eligible, Recipe<TTask, TAnswer> recipe, CellParts parts, bool isExtra) : Cell
    where TTask : ISubtask<TTask, TAnswer>
{
    public override CellInfo Info { get; } = new(
        new CellName(TTask.Descriptor.Id, source),
        isExtra,
        eligible,
        parts.Limit is { } limit ? [.. recipe.Settings, limit] : recipe.Settings);

    public override SubtaskDescriptor Descriptor => TTask.Descriptor;

    public override IReadOnlyList<CellPart> Parts => parts.Parts;

    public override bool IsOfItems => Recipe.IsOfItems;

    /// <summary>How instances are made.</summary>
    public Recipe<TTask, TAnswer> Recipe { get; } = recipe;

    public override int LimitOf(CellSettings settings, int limit) => parts.Limit is { } known ? Math.Min(limit, settings.Whole(known.Name)) : limit;

    public override IReadOnlyList<RowNeed> RowsNeeded(CellSettings settings, CellPart part) => Recipe.RowsNeeded(settings, part);

    public override bool IsEligible(Subject subject, CellContext context) => Recipe.IsEligible(subject, context);

    public override KeptReviews? ReviewsFor(IReadOnlyList<Subject> taken, CellContext context) => Recipe.ReviewsFor(taken, context);

    public override TResult Accept<TResult>(ICellVisitor<TResult> visitor) => visitor.Visit(this);
}

/// <summary>What is done with any cell: it is called back with the types of the cell's subtask.</summary>
internal interface ICellVisitor<out TResult>
{
    /// <summary>Works on one cell.</summary>
    TResult Visit<TTask, TAnswer>(Cell<TTask, TAnswer> cell)
        where TTask : ISubtask<TTask, TAnswer>;
}
