namespace Itdr;

/// <summary>What a ranking that is being written has come to.</summary>
/// <typeparam name="TItem">The type of the candidates.</typeparam>
/// <typeparam name="TAnswer">The type of the answer.</typeparam>
/// <param name="Items">The task's own instances that were ranked since the last update, best first.</param>
public sealed record RankingUpdate<TItem, TAnswer>(IReadOnlyList<TItem> Items)
{
    /// <summary>
    /// Whether the items of the updates before are withdrawn, and these are the first ones: what stood there was no
    /// answer, as the end of a thinking block or a fenced block showed.
    /// </summary>
    public bool StartsOver { get; init; }

    /// <summary>
    /// The whole answer, in the last update; null before. It decides: where it failed, the items that were given are
    /// what the text began with.
    /// </summary>
    public AnswerResult<TAnswer>? Result { get; init; }
}
