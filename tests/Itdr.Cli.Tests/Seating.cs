namespace Itdr.Cli.Tests;

/// <summary>What kind of evening it is.</summary>
public enum Mood
{
    /// <summary>Few words.</summary>
    Quiet,

    /// <summary>Many.</summary>
    Lively,
}

/// <summary>A subtask that somebody else declares, with a ranking and a closed set.</summary>
/// <param name="Host">Who invites.</param>
/// <param name="Earlier">Whom the host has sat beside before.</param>
/// <param name="Guests">Who comes.</param>
[Subtask("seating")]
[Instruction("Say what kind of evening it will be, and order the guests by whom the host wants beside them.")]
[Prompt("""
    {Host} has sat beside these guests:
    {Earlier}
    Now these guests come:
    {Guests}
    """)]
public sealed partial record Seating(string Host, [List(ListStyle.Numbered)] IReadOnlyList<string> Earlier, [List(ListStyle.Numbered)] IReadOnlyList<string> Guests)
{
    /// <summary>The evening.</summary>
    /// <param name="Mood">What kind of evening it is.</param>
    /// <param name="Order">The guests, the most wanted first.</param>
    [Answer("""
        mood: {Mood}
        {Order}
        """)]
    public sealed partial record Answer([Metrics("accuracy")] Mood Mood, [RankedFrom(nameof(Guests)), List(ListStyle.Numbered), Metrics("ndcg@3", "hit@1")] IReadOnlyList<string> Order);
}
