namespace Itdr;

/// <summary>A recommender that gives the text of an answer while it is written.</summary>
public interface IStreamingRecommender : IRecommender
{
    /// <summary>Answers a task piece by piece.</summary>
    /// <typeparam name="TSubtask">The subtask.</typeparam>
    /// <typeparam name="TAnswer">Its answer.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>
    /// The pieces of the text as they arrive, and at the end, always, one piece that carries the result. The texts of
    /// the pieces, put together, have the form of a label, whatever form the server writes.
    /// </returns>
    IAsyncEnumerable<AnswerPiece<TAnswer>> StreamAsync<TSubtask, TAnswer>(ISubtask<TSubtask, TAnswer> task, CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer>;
}
