using Itdr;

namespace QuickStart;

/// <summary>The shortest recommender there is: it has one text in store and reads it as the answer to any task.</summary>
internal sealed class FromMemory(string text) : IRecommender
{
    public Task<AnswerResult<TAnswer>> AnswerAsync<TSubtask, TAnswer>(ISubtask<TSubtask, TAnswer> task, CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer> =>
        Task.FromResult(new AnswerResult<TAnswer>(TSubtask.Parse((TSubtask)task, text), text));
}
