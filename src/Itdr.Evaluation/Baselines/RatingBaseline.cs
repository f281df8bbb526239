using System.Collections.Concurrent;

namespace Itdr.Evaluation;

/// <summary>Answers numbers by a <see cref="BiasModel"/> for each kind of task: one domain and scale. An unknown kind gets the user's mean.</summary>
internal sealed class RatingBaseline(BiasOptions options) : SlotBaseline
{
    private readonly ConcurrentDictionary<(SubtaskEvidence Subtask, string Context), BiasModel?> models = new();
    private readonly UserMeanBaseline fallback = new();

    public override bool Answers(AnswerSlotKind kind) => kind == AnswerSlotKind.Number;

    public override string? Answer(SlotQuestion question)
    {
        var (view, evidence) = (question.Task.View, question.Task.Evidence);
        if (evidence is null || view.Subject is null)
        {
            return fallback.Answer(question);
        }

        var model = models.GetOrAdd((evidence, view.Context), static (key, options) => key.Subtask.Ratings(key.Context) is { Count: > 0 } ratings ? BiasModel.Fit(ratings, options) : null, options);
        return model is null ? fallback.Answer(question) : Number(question, model.Predict(view.Subject, view.Mentions));
    }
}
