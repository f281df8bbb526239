namespace Itdr.Tests.Answers;

/// <summary>Writes and reads one slot on its own, as generated code does.</summary>
internal static class Slots
{
    public static string Write(TextSlot slot, string value)
    {
        var writer = new PromptWriter([]);
        slot.Write(ref writer, value);
        return writer.ToString();
    }

    public static string Write(RankingSlot slot, string[] candidates, string[] ranking)
    {
        var writer = new PromptWriter([]);
        using var texts = CandidateTexts.Render(candidates);
        slot.Write(ref writer, texts, candidates, ranking);
        return writer.ToString();
    }

    public static string Write(ChoiceSlot slot, string[] candidates, string choice)
    {
        var writer = new PromptWriter([]);
        using var texts = CandidateTexts.Render(candidates);
        slot.Write(ref writer, texts, candidates, choice);
        return writer.ToString();
    }

    public static (string[]? Value, int Position, ParseFailure? Failure) Read(RankingSlot slot, string[] candidates, string text)
    {
        var reader = new AnswerReader(text);
        using var texts = CandidateTexts.Render(candidates);
        var value = slot.Read(ref reader, texts, candidates);
        return (value, reader.Position, reader.Failure);
    }

    public static (string? Value, int Position, ParseFailure? Failure) Read(ChoiceSlot slot, string[] candidates, string text)
    {
        var reader = new AnswerReader(text);
        using var texts = CandidateTexts.Render(candidates);
        var value = slot.Read(ref reader, texts, candidates);
        return (value, reader.Position, reader.Failure);
    }

    public static (string? Value, int Position, ParseFailure? Failure) Read(TextSlot slot, string text)
    {
        var reader = new AnswerReader(text);
        var value = slot.Read(ref reader);
        return (value, reader.Position, reader.Failure);
    }
}
