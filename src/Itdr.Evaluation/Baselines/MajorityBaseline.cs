namespace Itdr.Evaluation;

/// <summary>Answers what most training answers to tasks of the same kind hold; of numbers, their mean.</summary>
internal sealed class MajorityBaseline : SlotBaseline
{
    public override bool Answers(AnswerSlotKind kind) => !IsOfCandidates(kind);

    public override string? Answer(SlotQuestion question)
    {
        if (question.Task.Answers?.Of(question.Slot) is not { Count: > 0 } answers)
        {
            return null;
        }

        return question.Slot.Kind == AnswerSlotKind.Number ? Number(question, answers.Mean) : answers.Most;
    }
}
