namespace Itdr.Evaluation;

/// <summary>Answers as the training task answers whose prompt is nearest by BM25.</summary>
internal sealed class NearestTextBaseline : SlotBaseline
{
    public override bool Answers(AnswerSlotKind kind) => !IsOfCandidates(kind);

    public override string? Answer(SlotQuestion question) =>
        question.Task.Evidence?.Texts?.Nearest(question.Task.Nearness, question.Slot) is { } value ? Fit(question, value) : null;
}
