namespace Itdr.Evaluation;

/// <summary>
/// Ranks candidates by how much they go with the items in the task: the sum of the cosines of their users. Candidates
/// that go with none of them are ordered by popularity.
/// </summary>
internal sealed class CoOccurrenceBaseline(InteractionTable interactions) : SlotBaseline
{
    // Far below the least cosine that one shared user gives, and above 0 for every popularity.
    private const double PopularityWeight = 1e-12;

    public override bool Answers(AnswerSlotKind kind) => IsOfCandidates(kind);

    public override string Answer(SlotQuestion question) =>
        Rank(question, item => question.Task.View.Mentions.Sum(mention => interactions.Cosine(mention.Key, item)) + (interactions.Popularity(item) * PopularityWeight));
}
