using System.Collections.Immutable;

namespace Itdr;

/// <summary>What a recommender gave back.</summary>
/// <typeparam name="TAnswer">The type of the answer.</typeparam>
/// <param name="Parsed">The typed answer with the repairs that reading it took, or why the text is not an answer.</param>
/// <param name="Text">The text as the recommender wrote it.</param>
public sealed record AnswerResult<TAnswer>(ParseResult<TAnswer> Parsed, string Text)
{
    /// <summary>What the answer took, or null if the recommender does not know.</summary>
    public AnswerUsage? Usage { get; init; }

    /// <summary>The natural logarithm of the text's probability among what the recommender could write, or null if it does not know.</summary>
    public double? LogProbability { get; init; }

    /// <summary>
    /// The smallest distance of log-probability between what was chosen and what came second, over all choices among
    /// candidates or other closed sets; infinite if there was no choice, null if the recommender does not know.
    /// </summary>
    public double? SmallestMargin { get; init; }

    /// <summary>Whether there is an answer.</summary>
    public bool Succeeded => Parsed.Succeeded;

    /// <summary>The answer.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message says why.</exception>
    public TAnswer Value => Parsed.Value;

    /// <summary>Why there is no answer, or null.</summary>
    public ParseFailure? Failure => Parsed.Failure;

    /// <summary>What was overlooked when the text was read.</summary>
    public ImmutableArray<Repair> Repairs => Parsed.Repairs;
}
