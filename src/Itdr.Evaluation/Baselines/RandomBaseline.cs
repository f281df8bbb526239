using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Itdr.Evaluation;

/// <summary>
/// Draws each answer: candidates in a random order, a number or a value of a set each with the same chance, and where
/// these cannot be listed a value of a training answer. What is drawn depends on the seed and the prompt alone.
/// </summary>
internal sealed class RandomBaseline(ulong seed) : SlotBaseline
{
    public override bool Answers(AnswerSlotKind kind) => true;

    public override string? Answer(SlotQuestion question)
    {
        var random = new SeededRandom(seed ^ Hash($"{question.Slot.Name}\n{question.Task.Prompt}"));
        switch (question.Constraint)
        {
            case RankingConstraint or ChoiceConstraint { Slot.Kind: AnswerSlotKind.Choice }:
                var draws = question.Candidates.ToDictionary(static candidate => candidate.Text, _ => (double)random.Next());
                return RankTexts(question, draws);
            case NumberConstraint { Values.Count: > 0 } numbers:
                return numbers.Values[random.Index(numbers.Values.Count)];
            case NumberConstraint { Texts.Count: > 0 } numbers:
                return numbers.Texts[random.Index(numbers.Texts.Count)];
            case ChoiceConstraint { IsBoolean: true } set:
                return set.Texts[random.Index(set.Texts.Count)];
            case ChoiceConstraint set:
                return Text(set.Texts[random.Index(set.Texts.Count)]);
            default:
                return question.Task.Answers?.Of(question.Slot).Values is { Count: > 0 } values ? Fit(question, values[random.Index(values.Count)]) : null;
        }
    }

    private static string RankTexts(SlotQuestion question, Dictionary<string, double> draws)
    {
        var ranked = question.Candidates.OrderBy(candidate => draws[candidate.Text]).Select(static candidate => Text(candidate.Text));
        return question.Constraint is RankingConstraint ranking ? $"[{string.Join(',', ranked.Take(ranking.Places))}]" : ranked.First();
    }

    private static ulong Hash(string text) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
