namespace Itdr;

/// <summary>
/// Answers tasks: a model behind a server, a model in process, a baseline. The generated methods, such as
/// <c>recommender.RankAsync(task)</c>, are this one call with its types filled in.
/// </summary>
public interface IRecommender
{
    /// <summary>Answers a task.</summary>
    /// <typeparam name="TSubtask">The subtask.</typeparam>
    /// <typeparam name="TAnswer">Its answer.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    /// <returns>The answer, or why there is none.</returns>
    Task<AnswerResult<TAnswer>> AnswerAsync<TSubtask, TAnswer>(ISubtask<TSubtask, TAnswer> task, CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer>;
}
