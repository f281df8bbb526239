namespace Itdr.Evaluation;

/// <summary>Ranks candidates by how many users of the training split engaged with them.</summary>
internal sealed class PopularityBaseline(InteractionTable interactions) : SlotBaseline
{
    public override bool Answers(AnswerSlotKind kind) => IsOfCandidates(kind);

    public override string Answer(SlotQuestion question) => Rank(question, item => interactions.Popularity(item));
}
