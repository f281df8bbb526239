using System.Text.Json;

namespace Itdr;

/// <summary>A slot that holds one of the task's candidates.</summary>
/// <param name="name">The name of the property.</param>
/// <param name="source">The task's property that holds the candidates.</param>
/// <param name="end">What follows the candidate's text.</param>
public sealed class ChoiceSlot(string name, string source, TextEnd end) : AnswerSlot(name, end)
{
    /// <inheritdoc/>
    public override AnswerSlotKind Kind => AnswerSlotKind.Choice;

    /// <summary>The task's property that holds the candidates.</summary>
    public override string Source { get; } = source;

    /// <summary>Writes a value into a label.</summary>
    /// <typeparam name="T">The type of the candidates.</typeparam>
    /// <param name="writer">Where the text goes.</param>
    /// <param name="texts">The texts of the candidates.</param>
    /// <param name="candidates">The candidates.</param>
    /// <param name="value">The one that is chosen.</param>
    /// <exception cref="AnswerRefusedException">The value is not a candidate, or its text also reads as another one.</exception>
    public void Write<T>(ref PromptWriter writer, in CandidateTexts texts, IReadOnlyList<T> candidates, T value)
    {
        var index = CandidateMatch.IndexOf(candidates, value);
        if (index < 0)
        {
            throw Refuse($"is not one of {Source}");
        }

        if (CandidateMatch.Flaw(texts, Source) is { } flaw)
        {
            throw Refuse(flaw);
        }

        var start = writer.Length;
        writer.Append(texts[index]);
        foreach (var literal in EndsBefore.Literals)
        {
            writer.Append(literal);
            var readBack = CandidateMatch.Find(writer.Written[start..], texts, EndsBefore);
            writer.Truncate(start + texts[index].Length);
            if (readBack != index)
            {
                throw Refuse($"and the text after it also read as another of {Source}");
            }
        }
    }

    /// <summary>Reads the candidate that stands here.</summary>
    /// <typeparam name="T">The type of the candidates.</typeparam>
    /// <param name="reader">Where the text comes from.</param>
    /// <param name="texts">The texts of the candidates.</param>
    /// <param name="candidates">The candidates.</param>
    /// <returns>The task's own instance, or the type's default after a failure.</returns>
    public T? Read<T>(ref AnswerReader reader, in CandidateTexts texts, IReadOnlyList<T> candidates)
    {
        if (reader.Failure is not null)
        {
            return default;
        }

        if (CandidateMatch.Flaw(texts, Source) is { } flaw)
        {
            reader.Fail(Name, $"candidates that can be told apart, but it {flaw}");
            return default;
        }

        var index = reader.Log is null ? CandidateMatch.Find(reader.Rest, texts, EndsBefore) : FindLoosely(ref reader, texts);
        if (index < 0)
        {
            reader.Fail(Name, CandidateMatch.Expected(index, Source));
            return default;
        }

        if (reader.Log is null)
        {
            reader.Advance(texts[index].Length);
        }

        return candidates[index];
    }

    /// <summary>What the slot may hold for one task.</summary>
    /// <param name="texts">The texts of the candidates.</param>
    /// <exception cref="AnswerRefusedException">The task has no label, because it has no candidates or they cannot be told apart.</exception>
    public OutputConstraint Constrain(in CandidateTexts texts) => IsOptional && CandidateMatch.Flaw(texts, Source) is not null
        ? new NothingConstraint(this)
        : ChoiceConstraint.Of(this, texts);

    /// <summary>Writes the slot's value as JSON: the candidate's text.</summary>
    /// <typeparam name="T">The type of the candidates.</typeparam>
    /// <param name="json">Where the value goes.</param>
    /// <param name="texts">The texts of the candidates.</param>
    /// <param name="candidates">The candidates.</param>
    /// <param name="value">The one that is chosen.</param>
    /// <exception cref="AnswerRefusedException">The value is not a candidate.</exception>
    public void WriteJson<T>(Utf8JsonWriter json, in CandidateTexts texts, IReadOnlyList<T> candidates, T value)
    {
        var index = CandidateMatch.IndexOf(candidates, value);
        json.WriteString(JsonName, index >= 0 ? texts[index] : throw Refuse($"is not one of {Source}"));
    }

    /// <summary>Reads the slot's value from JSON.</summary>
    /// <typeparam name="T">The type of the candidates.</typeparam>
    /// <param name="json">The value.</param>
    /// <param name="texts">The texts of the candidates.</param>
    /// <param name="candidates">The candidates.</param>
    /// <exception cref="JsonException">The value is not the text of exactly one candidate.</exception>
    public T ReadJson<T>(JsonInput json, in CandidateTexts texts, IReadOnlyList<T> candidates)
    {
        var index = CandidateMatch.Find(json.Text(), texts, TextEnd.OfAnswer);
        return index >= 0 ? candidates[index] : throw json.Error(CandidateMatch.Expected(index, Source));
    }

    private int FindLoosely(ref AnswerReader reader, in CandidateTexts texts)
    {
        if (!reader.TryStretch(EndsBefore, out var length))
        {
            return CandidateMatch.None;
        }

        var index = ChoiceText.Find(reader.Rest[..length], reader.Position, CandidateKeys.Of(texts), reader.Log!, out var denial);
        if (index == CandidateMatch.Denied)
        {
            reader.FailAt(Name, CandidateMatch.Expected(index, Source), denial);
        }

        if (index >= 0)
        {
            reader.Advance(length);
            reader.Began();
        }

        return index;
    }
}
