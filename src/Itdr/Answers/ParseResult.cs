using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Itdr;

/// <summary>What came of reading a text as an answer: a value with the repairs that it took, or a failure.</summary>
/// <typeparam name="TAnswer">The type of the answer.</typeparam>
public readonly struct ParseResult<TAnswer>
{
    private readonly TAnswer? value;
    private readonly ImmutableArray<Repair> repairs;

    private ParseResult(TAnswer? value, ParseFailure? failure, ImmutableArray<Repair> repairs)
    {
        this.value = value;
        Failure = failure;
        this.repairs = repairs;
    }

    /// <summary>Why the text is not an answer, or null if it is one.</summary>
    public ParseFailure? Failure { get; }

    /// <summary>Whether a value was read.</summary>
    public bool Succeeded => Failure is null;

    /// <summary>What was overlooked, in the order of the text; empty if and only if the value's label is the text.</summary>
    public ImmutableArray<Repair> Repairs => repairs.IsDefault ? [] : repairs;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">Reading failed; the message says why.</exception>
    public TAnswer Value => Failure is null ? value! : throw new InvalidOperationException(Failure.Message);

    /// <summary>A value that was read.</summary>
    /// <param name="value">The value.</param>
    /// <param name="repairs">What was overlooked on the way.</param>
    [SuppressMessage("Design", "CA1000", Justification = "The type of the answer is named by the caller's own return type.")]
    public static ParseResult<TAnswer> Success(TAnswer value, ImmutableArray<Repair> repairs = default) => new(value, null, repairs);

    /// <summary>A failure.</summary>
    /// <param name="failure">Why the text is not an answer.</param>
    [SuppressMessage("Design", "CA1000", Justification = "The type of the answer is named by the caller's own return type.")]
    public static ParseResult<TAnswer> Failed(ParseFailure failure) => new(default, failure, default);

    /// <summary>The value, if one was read.</summary>
    /// <param name="answer">The value, or the type's default.</param>
    /// <returns>Whether a value was read.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out TAnswer answer)
    {
        answer = value;
        return Failure is null;
    }
}
