using CsCheck;

namespace Itdr.Subtasks.Tests;

/// <summary>Each kind of repair alone: applied to a label, it gives back the same value, and exactly that repair is recorded.</summary>
public sealed class RepairTests
{
    private static readonly Gen<string> Word = Gen.Char['a', 'z'].Array[4, 8].Select(letters => char.ToUpperInvariant(letters[0]) + new string(letters[1..]));

    /// <summary>Titles of ordinary words, no one a part of another: what a repair ignores does not make two of them equal.</summary>
    private static readonly Gen<Item[]> Items =
        Gen.Select(Word, Word).Array[3, 10].Select(pairs => pairs.Select((pair, index) => new Item($"{pair.Item1} {pair.Item2} {(char)('A' + index)}{(char)('a' + index)}x")).ToArray());

    public static TheoryData<RepairKind> RankingRepairs =>
    [
        RepairKind.OuterWhiteSpace, RepairKind.LineEnds, RepairKind.ThinkBlock, RepairKind.Fence, RepairKind.Json, RepairKind.Emphasis,
        RepairKind.Preamble, RepairKind.ClosingText, RepairKind.Explanation, RepairKind.Spacing, RepairKind.Numbering, RepairKind.Quotes,
        RepairKind.Case, RepairKind.TrailingPunctuation, RepairKind.PartialTitle, RepairKind.RepeatedItem, RepairKind.MissingItems,
    ];

    public static TheoryData<RepairKind> ChoiceRepairs =>
    [
        RepairKind.OuterWhiteSpace, RepairKind.ThinkBlock, RepairKind.Fence, RepairKind.Json, RepairKind.Emphasis, RepairKind.Preamble,
        RepairKind.ClosingText, RepairKind.Explanation, RepairKind.Numbering, RepairKind.Quotes, RepairKind.Case, RepairKind.TrailingPunctuation, RepairKind.PartialTitle,
    ];

    public static TheoryData<RepairKind> RatingRepairs =>
    [
        RepairKind.OuterWhiteSpace, RepairKind.ThinkBlock, RepairKind.Fence, RepairKind.Json, RepairKind.Emphasis, RepairKind.Preamble,
        RepairKind.ClosingText, RepairKind.Quotes, RepairKind.TrailingPunctuation, RepairKind.OutOf, RepairKind.DecimalComma, RepairKind.Notation,
    ];

    public static TheoryData<RepairKind> AttributeRepairs =>
    [
        RepairKind.OuterWhiteSpace, RepairKind.LineEnds, RepairKind.ThinkBlock, RepairKind.Fence, RepairKind.Json, RepairKind.Emphasis,
        RepairKind.Preamble, RepairKind.ClosingText, RepairKind.Explanation, RepairKind.Spacing, RepairKind.Numbering, RepairKind.Case,
    ];

    [Theory]
    [MemberData(nameof(RankingRepairs))]
    public void A_ranking_with_one_flaw_reads_with_exactly_that_repair(RepairKind kind) =>
        Items.SelectMany(Gen.Shuffle).Sample(
            items =>
            {
                var task = new TopKRecommendation(ItemDomain.Movies, [], [.. items.OrderBy(item => item.Title, StringComparer.Ordinal)]);
                var answer = new TopKRecommendation.Answer(items);
                var expected = kind == RepairKind.MissingItems ? new TopKRecommendation.Answer(items[..^1]) : answer;
                Flaws.Repairs(task, FlawedList(task, answer, kind), expected, kind);
            },
            iter: 200);

    [Theory]
    [MemberData(nameof(ChoiceRepairs))]
    public void A_choice_with_one_flaw_reads_with_exactly_that_repair(RepairKind kind) =>
        Items.Sample(
            items =>
            {
                var task = new NextItemRecommendation(ItemDomain.Movies, [], items);
                var answer = new NextItemRecommendation.Answer(items[^1]);
                Flaws.Repairs(task, FlawedLine(task, answer, kind), answer, kind);
            },
            iter: 200);

    [Theory]
    [MemberData(nameof(RatingRepairs))]
    public void A_rating_with_one_flaw_reads_with_exactly_that_repair(RepairKind kind) =>
        Gen.Int[0, 9].Sample(
            step =>
            {
                var task = new RatingPrediction(ItemDomain.Movies, RatingScale.HalfPoints, [], new Item("Some Title"));
                var rating = 0.5m + (step * 0.5m);
                var answer = new RatingPrediction.Answer(kind == RepairKind.Notation ? decimal.Ceiling(rating) : rating);
                Flaws.Repairs(task, FlawedRating(task, answer, kind), answer, kind);
            },
            iter: 50);

    [Theory]
    [MemberData(nameof(AttributeRepairs))]
    public void Attributes_with_one_flaw_read_with_exactly_that_repair(RepairKind kind) =>
        Gen.Select(Word, Gen.Int[5, 99]).Sample(
            (country, age) =>
            {
                var task = new UserAttributePrediction(ItemDomain.Artists, [], ["country", "age"]);
                var answer = new UserAttributePrediction.Answer(Country: country, Age: age);
                Flaws.Repairs(task, FlawedAttributes(task, answer, kind), answer, kind);
            },
            iter: 50);

    [Theory]
    [InlineData("HEAT STREET", "heat street", "1. Heat Street\n2. HEAT STREET")]
    [InlineData("Heat Street!", "Heat Street", "1. Heat Street.\n2. Heat Street!")]
    [InlineData("\"Heat Street\"", "Heat Street", "1. “Heat Street”\n2. \"Heat Street\"")]
    [InlineData("Heat Street One", "Heat Street Two", "1. Heat Street\n2. Heat Street Two")]
    public void Candidates_that_differ_only_in_what_a_repair_ignores_are_refused_and_never_guessed(string first, string second, string text)
    {
        var task = new TopKRecommendation(ItemDomain.Movies, [], [new Item(first), new Item(second)]);
        Assert.False(TopKRecommendation.Parse(task, text).Succeeded);
        foreach (var order in (Item[][])[[task.Candidates[0], task.Candidates[1]], [task.Candidates[1], task.Candidates[0]]])
        {
            var answer = new TopKRecommendation.Answer(order);
            var told = TopKRecommendation.Parse(task, " " + task.ToLabel(answer));
            Assert.Equal(answer, told.Value);
        }
    }

    private static string FlawedList(TopKRecommendation task, TopKRecommendation.Answer answer, RepairKind kind)
    {
        var label = task.ToLabel(answer);
        return kind switch
        {
            RepairKind.LineEnds => label.Replace("\n", "\r\n", StringComparison.Ordinal),
            RepairKind.Emphasis => Lines(answer, (place, title) => $"{place}. **{title}**"),
            RepairKind.Explanation => Lines(answer, (place, title) => $"{place}. {title} - it suits the history"),
            RepairKind.Spacing => label.Replace("\n", "\n\n", StringComparison.Ordinal),
            RepairKind.Numbering => Lines(answer, (place, title) => $"{place}) {title}"),
            RepairKind.Quotes => Lines(answer, (place, title) => $"{place}. \"{title}\""),
            RepairKind.Case => Lines(answer, (place, title) => $"{place}. {title.ToUpperInvariant()}"),
            RepairKind.TrailingPunctuation => Lines(answer, (place, title) => $"{place}. {title};"),
            RepairKind.PartialTitle => Lines(answer, (place, title) => $"{place}. {title.Split(' ')[2]}"),
            RepairKind.RepeatedItem => $"{label}\n{answer.Ranking.Count + 1}. {answer.Ranking[0].Title}",
            RepairKind.MissingItems => label[..label.LastIndexOf('\n')],
            _ => Flaws.Framed(task, answer, label, kind),
        };
    }

    private static string Lines(TopKRecommendation.Answer answer, Func<int, string, string> line) =>
        string.Join('\n', answer.Ranking.Select((item, index) => line(index + 1, item.Title)));

    private static string FlawedLine(NextItemRecommendation task, NextItemRecommendation.Answer answer, RepairKind kind)
    {
        var title = answer.Choice.Title;
        return kind switch
        {
            RepairKind.Emphasis => $"**{title}**",
            RepairKind.Explanation => $"{title} - it suits the history",
            RepairKind.Numbering => $"- {title}",
            RepairKind.Quotes => $"\"{title}\"",
            RepairKind.Case => title.ToUpperInvariant(),
            RepairKind.TrailingPunctuation => $"{title}.",
            RepairKind.PartialTitle => title.Split(' ')[2],
            _ => Flaws.Framed(task, answer, title, kind),
        };
    }

    private static string FlawedRating(RatingPrediction task, RatingPrediction.Answer answer, RepairKind kind)
    {
        var label = task.ToLabel(answer);
        return kind switch
        {
            RepairKind.Emphasis => $"**{label}**",
            RepairKind.Quotes => $"\"{label}\"",
            RepairKind.TrailingPunctuation => $"{label}.",
            RepairKind.OutOf => $"{label}/5.0",
            RepairKind.DecimalComma => label.Replace('.', ','),
            RepairKind.Notation => label[..^2],
            _ => Flaws.Framed(task, answer, label, kind),
        };
    }

    private static string FlawedAttributes(UserAttributePrediction task, UserAttributePrediction.Answer answer, RepairKind kind)
    {
        var label = task.ToLabel(answer);
        return kind switch
        {
            RepairKind.LineEnds => label.Replace("\n", "\r\n", StringComparison.Ordinal),
            RepairKind.Emphasis => $"**country:** {answer.Country}\n**age:** {answer.Age}",
            RepairKind.Explanation => label.Replace("\n", "\nas the artists suggest\n", StringComparison.Ordinal),
            RepairKind.Spacing => label.Replace(": ", ":  ", StringComparison.Ordinal),
            RepairKind.Numbering => $"- country: {answer.Country}\n- age: {answer.Age}",
            RepairKind.Case => label.Replace("country", "Country", StringComparison.Ordinal),
            _ => Flaws.Framed(task, answer, label, kind),
        };
    }
}
