namespace Itdr;

/// <summary>The answer to one task of a batch.</summary>
/// <typeparam name="TAnswer">The type of the answer.</typeparam>
/// <param name="Index">The task's place in the batch, from 0.</param>
/// <param name="Result">What came of it.</param>
public sealed record BatchAnswer<TAnswer>(long Index, AnswerResult<TAnswer> Result);
