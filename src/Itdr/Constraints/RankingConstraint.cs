using System.Collections.Immutable;
using System.Text.Json;

namespace Itdr;

/// <summary>
/// Some of a closed set of texts, in the order of their ranks, each at most once. The text forms cannot say that
/// without growing beyond use, and let a text stand at several places.
/// </summary>
public sealed class RankingConstraint : SlotConstraint
{
    private readonly ImmutableArray<string> texts;

    private RankingConstraint(RankingSlot slot, ImmutableArray<string> texts)
        : base(slot)
    {
        this.texts = texts;
        Layout = slot.Layout;
        Places = slot.Places(texts.Length);
    }

    /// <summary>The texts, each once and none of them empty.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>How the list is laid out.</summary>
    public ListLayout Layout { get; }

    /// <summary>How many places there are, from 1 to the number of texts.</summary>
    public int Places { get; }

    /// <inheritdoc/>
    public override bool IsExact => false;

    /// <summary>A ranking of a task's candidates.</summary>
    internal static RankingConstraint Of(RankingSlot slot, in CandidateTexts candidates) =>
        CandidateMatch.Flaw(candidates, slot.Source) is { } flaw
            ? throw new AnswerRefusedException(slot.Name, flaw)
            : new RankingConstraint(slot, candidates.ToArray());

    internal override void WriteSchema(Utf8JsonWriter json)
    {
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        WriteClosedSet(json, texts);
        json.WriteEndObject();
        json.WriteNumber("minItems", Places);
        json.WriteNumber("maxItems", Places);
        json.WriteBoolean("uniqueItems", true);
    }

    private protected override Pattern ToPattern()
    {
        var entry = Pattern.Choice(texts.Select(Pattern.Of)).Named(Slot.JsonName);
        return Pattern.Sequence(Enumerable.Range(0, Places).SelectMany(place => new[] { Pattern.Of(EntryStart(place)), entry }));
    }

    private string EntryStart(int place)
    {
        var writer = new PromptWriter([]);
        Layout.BeginEntry(ref writer, place);
        var start = writer.ToString();
        writer.Dispose();
        return start;
    }
}
