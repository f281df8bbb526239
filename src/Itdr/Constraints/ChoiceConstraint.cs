using System.Collections.Immutable;
using System.Text.Json;

namespace Itdr;

/// <summary>One of a closed set of texts.</summary>
public sealed class ChoiceConstraint : SlotConstraint
{
    private readonly ImmutableArray<string> texts;

    /// <summary>A closed set of texts.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="texts">The texts, each once and none of them empty.</param>
    /// <param name="isExact">Whether no text, with what follows it, also reads as another one.</param>
    internal ChoiceConstraint(AnswerSlot slot, ImmutableArray<string> texts, bool isExact)
        : base(slot)
    {
        this.texts = texts;
        IsExact = isExact;
    }

    /// <summary>The texts, each once and none of them empty.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>Whether the texts stand for true and false, which JSON has values of its own for.</summary>
    public bool IsBoolean { get; internal init; }

    /// <inheritdoc/>
    public override bool IsExact { get; }

    /// <summary>One of a task's candidates.</summary>
    internal static ChoiceConstraint Of(ChoiceSlot slot, in CandidateTexts candidates)
    {
        if (CandidateMatch.Flaw(candidates, slot.Source) is { } flaw)
        {
            throw new AnswerRefusedException(slot.Name, flaw);
        }

        return new ChoiceConstraint(slot, candidates.ToArray(), ReadsOneWay(candidates, slot.EndsBefore));
    }

    internal override void WriteSchema(Utf8JsonWriter json)
    {
        if (IsBoolean)
        {
            json.WriteString("type", "boolean");
        }
        else
        {
            WriteClosedSet(json, texts);
        }
    }

    private protected override Pattern ToPattern() => Pattern.Choice(texts.Select(Pattern.Of)).Named(Slot.JsonName);

    /// <summary>Whether no candidate, with what follows it, also reads as another one.</summary>
    private static bool ReadsOneWay(in CandidateTexts candidates, TextEnd end)
    {
        for (var index = 0; index < candidates.Count; index++)
        {
            foreach (var literal in end.Literals)
            {
                if (CandidateMatch.Find($"{candidates[index]}{literal}", candidates, end) != index)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
