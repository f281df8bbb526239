namespace Itdr.Cli.Running;

/// <summary>
/// Throws where a server or a model in process fails, so that a run ends there and goes on later: such a fault is no
/// answer of the model. What concerns the task alone, a refusal among them, stays a result.
/// </summary>
internal sealed class FaultsEndTheRun(IRecommender inner) : IRecommender
{
    public async Task<AnswerResult<TAnswer>> AnswerAsync<TSubtask, TAnswer>(ISubtask<TSubtask, TAnswer> task, CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var result = await inner.AnswerAsync(task, cancellationToken).ConfigureAwait(false);
        return result.CallFailure is { IsOfTask: false } failure ? throw new AnswerException(failure.Error, failure.Message) : result;
    }
}
