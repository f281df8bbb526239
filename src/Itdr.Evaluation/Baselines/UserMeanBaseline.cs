namespace Itdr.Evaluation;

/// <summary>Answers the mean of the numbers that stand beside the items of the task: the user's own ratings. Without any, the mean of the training answers.</summary>
internal sealed class UserMeanBaseline : SlotBaseline
{
    public override bool Answers(AnswerSlotKind kind) => kind == AnswerSlotKind.Number;

    public override string? Answer(SlotQuestion question)
    {
        var own = question.Task.View.Mentions.Where(static mention => mention.Number is not null).Select(static mention => mention.Number!.Value).ToList();
        if (own.Count > 0)
        {
            return Number(question, own.Average());
        }

        return question.Task.Answers?.Of(question.Slot) is { Count: > 0 } answers ? Number(question, answers.Mean) : null;
    }
}
