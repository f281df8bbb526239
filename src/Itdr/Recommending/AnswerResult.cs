using System.Collections.Immutable;

namespace Itdr;

/// <summary>What a recommender gave back.</summary>
/// <typeparam name="TAnswer">The type of the answer.</typeparam>
/// <param name="Parsed">The typed answer with the repairs that reading it took, or why the text is not an answer.</param>
/// <param name="Text">The text as the recommender wrote it.</param>
public sealed record AnswerResult<TAnswer>(ParseResult<TAnswer> Parsed, string Text)
{
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
