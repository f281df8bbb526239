namespace Itdr.Evaluation;

/// <summary>
/// The best suited of the others for each slot: popularity for candidates, biases for ratings of a subject, the
/// nearest text where training answers hardly repeat, else the majority.
/// </summary>
internal sealed class MixedBaseline(InteractionTable interactions) : SlotBaseline
{
    private readonly PopularityBaseline popularity = new(interactions);
    private readonly RatingBaseline ratings = new(BiasOptions.ItemsAndUsers);
    private readonly MajorityBaseline majority = new();
    private readonly NearestTextBaseline nearest = new();

    public override bool Answers(AnswerSlotKind kind) => true;

    public override string? Answer(SlotQuestion question)
    {
        if (IsOfCandidates(question.Slot.Kind))
        {
            return popularity.Answer(question);
        }

        if (question.Slot.Kind == AnswerSlotKind.Number && question.Task.View.Mentions.Any(static mention => mention.Number is not null))
        {
            return ratings.Answer(question);
        }

        var isProse = question.Slot.Kind == AnswerSlotKind.Text && question.Task.Answers?.Of(question.Slot) is { } answers && answers.Different * 2 > answers.Count;
        return (isProse ? nearest.Answer(question) : null) ?? majority.Answer(question);
    }
}
