namespace Itdr.Datasets.Synthesis;

/// <summary>Makes sentences about invented people and things, and opinions that go with a rating.</summary>
internal sealed class InventedProse(SyntheticRandom random)
{
    private static readonly string[] Praise =
    [
        "I would take it again without thinking twice.", "It does what it promises, and a little more.", "Better than the last three that I tried.",
        "My sister borrowed it and has not given it back, which says enough.", "Quiet, careful and well made.", "I smiled more often than I had planned.",
        "Worth the wait and worth the money.", "Two months later I still look forward to it.",
    ];

    private static readonly string[] Doubts =
    [
        "It is all right, no more.", "Good in parts, tired in others.", "I expected a little more for the price.",
        "Nothing is wrong with it, and nothing stays in mind.", "It grew on me slowly.", "Half of it is fine.",
    ];

    private static readonly string[] Complaints =
    [
        "I gave up after two days.", "It fell short of everything that was promised.", "The third time it failed I stopped counting.",
        "I cannot think of anybody to whom I would give it.", "Dull, late and too expensive.", "I wanted to like it and could not.",
        "Somebody should have checked it before it went out.",
    ];

    private readonly InventedNames names = new(random);

    /// <summary>A sentence of a story or of a report.</summary>
    public string Sentence() => random.Below(8) switch
    {
        0 => $"A {names.Kind().ToLowerInvariant()} {names.Thing().ToLowerInvariant()} changes hands, and {names.Name()} wants it back.",
        1 => $"{names.Name()} keeps the {names.Thing().ToLowerInvariant()} of {names.Name()} until the letters stop.",
        2 => $"Nobody in {names.Name()} remembers who built the {names.Thing().ToLowerInvariant()}.",
        3 => $"When the {names.Thing().ToLowerInvariant()} closes, {names.Name()} and {names.Name()} must learn to share one {names.Thing().ToLowerInvariant()}.",
        4 => $"{names.Name()} has {random.Between(2, 40)} days to cross the {names.Kind().ToLowerInvariant()} valley.",
        5 => $"The {names.Kind().ToLowerInvariant()} {names.Thing().ToLowerInvariant()} is older than the town of {names.Name()} itself.",
        6 => $"Each winter the people of {names.Name()} vote on a new {names.Thing().ToLowerInvariant()}.",
        _ => $"{names.Name()} counts {random.Between(3, 900)} steps to the {names.Thing().ToLowerInvariant()} and finds one too many.",
    };

    /// <summary>Some sentences, with one blank between.</summary>
    public string Sentences(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Sentence()));

    /// <summary>An opinion of one to four sentences that fits a rating.</summary>
    /// <param name="score">The rating in tenths of a star: praise from 35, complaints below 25.</param>
    /// <param name="subject">What it is about, with its article: <c>the book</c>.</param>
    public string Opinion(int score, string subject)
    {
        var words = score switch
        {
            >= 35 => Praise,
            < 25 => Complaints,
            _ => Doubts,
        };
        var opening = random.Below(3) switch
        {
            0 => $"About {subject}: ",
            1 => $"I found {subject} by chance. ",
            _ => "",
        };
        return opening + string.Join(' ', Enumerable.Range(0, random.Between(1, 3)).Select(_ => random.Of(words)).Distinct());
    }

    /// <summary>A short heading that fits a rating.</summary>
    /// <param name="score">The rating in tenths of a star.</param>
    public string Heading(int score) => score switch
    {
        >= 35 => $"{names.Kind()} and good",
        < 25 => $"No {names.Thing().ToLowerInvariant()} at all",
        _ => $"A fair {names.Thing().ToLowerInvariant()}",
    };
}
