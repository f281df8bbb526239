namespace Itdr.Inference;

/// <summary>Draws free text, token by token, up to what ends it.</summary>
internal sealed class FreeText(Lane lane, Vocabulary vocabulary, SamplingOptions sampling)
{
    private readonly TokenSampler sampler = new(sampling);

    public double LogProbability { get; private set; }

    /// <summary>Draws the text that a slot holds and adds it to the answer.</summary>
    /// <exception cref="TokenEngineException">The text did not end within the tokens allowed, or the engine has no room.</exception>
    public async ValueTask WriteAsync(AnswerText answer, TextConstraint text)
    {
        answer.Foresee(Opening.Unknown);
        var draft = new TextDraft(text, answer.SettleButSpaces());
        for (var count = 0; !draft.HasEnded; count++)
        {
            if (count == sampling.MaxTextTokens)
            {
                throw new TokenEngineException(TokenEngineError.NoEnd,
                    $"{text.Slot.Name} did not end within {count} tokens; allow more, or use a model that was tuned for this task.");
            }

            LaneDecoding.RequireRoom(lane, 1);
            var row = await lane.NextLogitsAsync().ConfigureAwait(false);
            Draw(draft, lane.Logits(row));
            answer.Foretell(draft.Certain);
        }

        answer.Write(draft.Value);
        answer.Foresee(draft.Ending);
    }

    private void Draw(TextDraft draft, ReadOnlySpan<float> logits)
    {
        var banned = vocabulary.BanControl();
        foreach (var end in vocabulary.Ends)
        {
            banned[end] = !draft.MayEnd;
        }

        while (true)
        {
            var (token, logProbability) = sampler.Draw(logits, banned);
            if (token < 0)
            {
                throw new TokenEngineException(TokenEngineError.NoEnd, "No token of the vocabulary can go on with the text; use another model.");
            }

            var isEnd = lane.Engine.IsEnd(token);
            if (isEnd || draft.TryAdd(lane.Engine.Bytes(token)))
            {
                LogProbability += logProbability;
                lane.Trunk.Append(token);
                sampler.Count(token);
                if (isEnd)
                {
                    draft.End();
                }

                return;
            }

            banned[token] = true;
        }
    }
}
