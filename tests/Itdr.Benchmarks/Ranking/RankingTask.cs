using Itdr.Subtasks;

namespace Itdr.Benchmarks.Ranking;

/// <summary>A ranking task of ordinary size, and the words that the random model has tokens for.</summary>
internal static class RankingTask
{
    private static readonly string[] First = ["The", "A", "Night", "Paper", "Red", "Last", "Quiet", "Small", "Winter", "Under"];
    private static readonly string[] Second = ["Harbor", "Train", "Garden", "Lantern", "Ferry", "Orchard", "Clock", "River", "Engineer", "Concerto"];
    private static readonly string[] Third = ["of", "to", "in", "and", "for", "at", "beyond", "without", "before", "after"];
    private static readonly string[] Fourth = ["Oslo", "Lisbon", "Tallinn", "Porto", "Sky", "Feathers", "Thunder", "Strangers", "Salt", "Snow"];

    /// <summary>The words of the prompts with the space before them; years are spelled digit by digit.</summary>
    public static string[] Words { get; } =
    [
        .. Create(20).ToPrompt().Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Concat(TopKRecommendation.Descriptor.Instruction.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
            .Where(static word => word.All(static letter => !char.IsDigit(letter) && letter is not ('(' or ')')))
            .Distinct().SelectMany(static word => new[] { " " + word, word }),
        " (", "(", ")", ".", ":", .. Enumerable.Range(0, 10).Select(static digit => $"{digit}"),
    ];

    /// <summary>A task with ten titles of history; no two titles are equal.</summary>
    public static TopKRecommendation Create(int candidates) => new(
        ItemDomain.Movies,
        [.. Enumerable.Range(100, 10).Select(static index => new Item(Title(index)))],
        [.. Enumerable.Range(0, candidates).Select(static index => new Item(Title(index)))]);

    private static string Title(int index) =>
        $"{First[index % 10]} {Second[(index * 7 / 10 * 3 + index) % 10]} {Third[(index * 3 + index / 10) % 10]} {Fourth[(index + index / 10 * 4) % 10]} ({1950 + (index * 37 % 70)})";
}
