using System.Runtime.CompilerServices;

namespace Itdr.Inference;

/// <summary>
/// Answers tasks with a model in process. What an answer may look like is enforced while it is written, so a ranking
/// is always a permutation, a choice always a candidate and a rating always a point of its scale. What the engine
/// cannot answer, and an engine that fails, is a result that says why. Safe for use by several threads.
/// </summary>
/// <param name="host">The engine; it is not disposed of with this.</param>
/// <param name="options">How the model is asked; null for the defaults.</param>
public sealed class EngineRecommender(EngineHost host, EngineRecommenderOptions? options = null) : IStreamingRecommender
{
    private readonly EngineHost host = host ?? throw new ArgumentNullException(nameof(host));
    private readonly EngineRecommenderOptions options = options ?? new EngineRecommenderOptions();

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The subtask has no such variant.</exception>
    /// <exception cref="ObjectDisposedException">The engine was disposed of before the call began.</exception>
    public Task<AnswerResult<TAnswer>> AnswerAsync<TSubtask, TAnswer>(ISubtask<TSubtask, TAnswer> task, CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer> =>
        AnswerAsync(task, hear: null, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>
    /// Each place of a ranking comes when the walk has decided it, together with what joins it to the next place; free
    /// text as it is drawn. The result is that of <see cref="AnswerAsync{TSubtask, TAnswer}(ISubtask{TSubtask, TAnswer}, CancellationToken)"/>.
    /// Who stops reading ends the call.
    /// </remarks>
    /// <exception cref="ArgumentException">The subtask has no such variant.</exception>
    /// <exception cref="ObjectDisposedException">The engine was disposed of before the call began.</exception>
    public async IAsyncEnumerable<AnswerPiece<TAnswer>> StreamAsync<TSubtask, TAnswer>(
        ISubtask<TSubtask, TAnswer> task, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        await foreach (var piece in EngineStream.Of((hear, left) => AnswerAsync(task, hear, left), cancellationToken).ConfigureAwait(false))
        {
            yield return new AnswerPiece<TAnswer>(piece.Text) { Result = piece.Output };
        }
    }

    private async Task<AnswerResult<TAnswer>> AnswerAsync<TSubtask, TAnswer>(
        ISubtask<TSubtask, TAnswer> task, Action<string>? hear, CancellationToken cancellationToken)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        ArgumentNullException.ThrowIfNull(task);
        var own = (TSubtask)task;
        OutputConstraint constraint;
        try
        {
            constraint = TSubtask.Constrain(own);
        }
        catch (AnswerRefusedException refused)
        {
            return AnswerResult<TAnswer>.Failed(Unanswerable.Of(refused));
        }

        var descriptor = TSubtask.Descriptor;
        var prompt = descriptor.Prompt(own, options.Variant);
        var turn = descriptor.UserTurn(prompt);
        EngineOutput output;
        try
        {
            output = await host.GenerateAsync(
                new EnginePrompt(turn, turn.Length - prompt.Length), constraint, options.Generation, hear, cancellationToken).ConfigureAwait(false);
        }
        catch (TokenEngineException failed)
        {
            return AnswerResult<TAnswer>.Failed(new CallFailure(ErrorOf(failed.Error), failed.Message));
        }

        return new AnswerResult<TAnswer>(TSubtask.Parse(own, output.Text), output.Text)
        {
            LogProbability = output.LogProbability,
            SmallestMargin = output.SmallestMargin,
            Usage = new AnswerUsage
            {
                InputTokens = output.Usage.PromptTokens,
                CachedInputTokens = output.Usage.ReusedTokens,
                OutputTokens = output.Usage.OutputTokens,
                Queued = output.Usage.Queued,
                Elapsed = output.Usage.Elapsed,
            },
        };
    }

    private static AnswerError ErrorOf(TokenEngineError error) => error switch
    {
        TokenEngineError.TooLong or TokenEngineError.NoRoom => AnswerError.TooLong,
        TokenEngineError.NotExact or TokenEngineError.Overlap => AnswerError.Unanswerable,
        TokenEngineError.NoEnd => AnswerError.Unfinished,
        _ => AnswerError.EngineFailed,
    };
}
