using Itdr.Subtasks;

namespace Itdr.Benchmarks.Text;

/// <summary>One task of ten candidates with titles of ordinary length, and its answer.</summary>
internal static class TopKExample
{
    private static readonly string[] Titles =
    [
        "Lantern Street (1994)", "The Cartographer's Daughter (2003)", "Nine Winters in Oslo (1987)", "Paper Boats (2011)",
        "A Clock for Marguerite (1999)", "Under the Salt Flats (2016)", "Concerto for Two Strangers (1972)", "The Last Ferry (2008)",
        "Red Kite, White Sky (1991)", "Harbor Lights, Part II (2019)", "The Quiet Engineer (2001)", "Tomorrow's Orchard (1983)",
        "Small Thunder (2014)", "Letters from Tallinn (1968)", "The Weight of Feathers (2010)",
    ];

    public static TopKRecommendation Task { get; } = new(
        ItemDomain.Movies,
        Titles.Take(5).Select(title => new Item(title)).ToArray(),
        Titles.Skip(5).Select(title => new Item(title)).ToArray())
    { HistoryOrder = HistoryOrder.OldestFirst };

    public static TopKRecommendation.Answer Answer { get; } = new([.. Task.Candidates.OrderBy(item => item.Title.Length)]);

    public static string Label { get; } = Task.ToLabel(Answer);
}
