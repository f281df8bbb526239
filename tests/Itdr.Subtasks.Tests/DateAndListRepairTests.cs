using System.Globalization;
using CsCheck;

namespace Itdr.Subtasks.Tests;

/// <summary>Each kind of repair alone, on dates and on lists of values.</summary>
public sealed class DateAndListRepairTests
{
    private static readonly Gen<DateOnly> Day = Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<string> Word = Gen.Char['a', 'z'].Array[4, 8].Select(letters => new string(letters));

    public static TheoryData<RepairKind> DayRepairs =>
    [
        RepairKind.OuterWhiteSpace, RepairKind.ThinkBlock, RepairKind.Fence, RepairKind.Json, RepairKind.Emphasis, RepairKind.Preamble,
        RepairKind.ClosingText, RepairKind.Quotes, RepairKind.Case, RepairKind.TrailingPunctuation,
    ];

    /// <summary>Emphasis is no flaw of a free text: a label may hold it.</summary>
    public static TheoryData<RepairKind> TagRepairs =>
    [
        RepairKind.OuterWhiteSpace, RepairKind.LineEnds, RepairKind.ThinkBlock, RepairKind.Fence, RepairKind.Json,
        RepairKind.Preamble, RepairKind.ClosingText, RepairKind.Spacing, RepairKind.Numbering,
    ];

    public static TheoryData<RepairKind> DaysRepairs =>
    [
        RepairKind.OuterWhiteSpace, RepairKind.ThinkBlock, RepairKind.Fence, RepairKind.Json, RepairKind.Emphasis, RepairKind.Spacing,
        RepairKind.Quotes, RepairKind.Case, RepairKind.TrailingPunctuation, RepairKind.Numbering,
    ];

    public static TheoryData<RepairKind> ShareRepairs =>
    [
        RepairKind.OuterWhiteSpace, RepairKind.LineEnds, RepairKind.ThinkBlock, RepairKind.Fence, RepairKind.Json, RepairKind.Emphasis,
        RepairKind.Preamble, RepairKind.ClosingText, RepairKind.Spacing, RepairKind.Numbering, RepairKind.Quotes, RepairKind.TrailingPunctuation,
        RepairKind.DecimalComma, RepairKind.Notation,
    ];

    [Theory]
    [MemberData(nameof(DayRepairs))]
    public void A_date_with_one_flaw_reads_with_exactly_that_repair(RepairKind kind) =>
        Day.Sample(
            day =>
            {
                var (task, answer, text) = (new OneDay("When?"), new OneDay.Answer(day), Text(day));
                Flaws.Repairs(task, Each(text, kind) ?? Flaws.Framed(task, answer, text, kind), answer, kind);
            },
            iter: 100);

    [Theory]
    [MemberData(nameof(TagRepairs))]
    public void A_list_of_texts_with_one_flaw_reads_with_exactly_that_repair(RepairKind kind) =>
        Word.Array[2, 6].Sample(
            tags =>
            {
                var (task, answer) = (new SomeTags("Which?"), new SomeTags.Answer(tags));
                Flaws.Repairs(task, FlawedLines(tags, kind) ?? Flaws.Framed(task, answer, task.ToLabel(answer), kind), answer, kind);
            },
            iter: 100);

    [Theory]
    [MemberData(nameof(DaysRepairs))]
    public void A_list_of_dates_with_one_flaw_reads_with_exactly_that_repair(RepairKind kind) =>
        Day.Array[2, 6].Sample(
            days =>
            {
                var (task, answer) = (new SomeDays("When?"), new SomeDays.Answer(days));
                var text = kind switch
                {
                    RepairKind.Spacing => string.Join(",", days.Select(Text)),
                    RepairKind.Numbering => string.Join('\n', days.Select(day => $"- {Text(day)}")),
                    _ when Each("x", kind) is not null => string.Join(", ", days.Select(day => Each(Text(day), kind))),
                    _ => Flaws.Framed(task, answer, task.ToLabel(answer), kind),
                };
                Flaws.Repairs(task, text, answer, kind);
            },
            iter: 100);

    [Theory]
    [MemberData(nameof(ShareRepairs))]
    public void A_list_of_numbers_with_one_flaw_reads_with_exactly_that_repair(RepairKind kind) =>
        Gen.Int[0, 99].Array[2, 6].Sample(
            tenths =>
            {
                decimal[] shares = [.. tenths.Select(share => kind == RepairKind.Notation ? share : share / 10m)];
                var (task, answer) = (new SomeShares("Which?"), new SomeShares.Answer(shares));
                var text = kind switch
                {
                    RepairKind.DecimalComma => Lines(shares, share => Text(share).Replace('.', ',')),
                    RepairKind.Notation => Lines(shares, share => Text(share)[..^2]),
                    RepairKind.Emphasis or RepairKind.Quotes or RepairKind.TrailingPunctuation => Lines(shares, share => Each(Text(share), kind)!),
                    RepairKind.Numbering => Lines(shares, Text).Replace(". ", ") ", StringComparison.Ordinal),
                    RepairKind.Spacing => task.ToLabel(answer).Replace("\n", "\n\n", StringComparison.Ordinal),
                    RepairKind.LineEnds => task.ToLabel(answer).Replace("\n", "\r\n", StringComparison.Ordinal),
                    _ => Flaws.Framed(task, answer, task.ToLabel(answer), kind),
                };
                Flaws.Repairs(task, text, answer, kind);
            },
            iter: 100);

    private static string? FlawedLines(string[] tags, RepairKind kind) => kind switch
    {
        RepairKind.LineEnds => string.Join("\r\n", tags.Select(tag => $"- {tag}")),
        RepairKind.Spacing => string.Join("\n\n", tags.Select(tag => $"- {tag}")),
        RepairKind.Numbering => string.Join('\n', tags.Select((tag, index) => $"{index + 1}. {tag}")),
        _ => null,
    };

    private static string? Each(string value, RepairKind kind) => kind switch
    {
        RepairKind.Emphasis => $"**{value}**",
        RepairKind.Quotes => $"\"{value}\"",
        RepairKind.Case => value.ToUpperInvariant(),
        RepairKind.TrailingPunctuation => $"{value}.",
        _ => null,
    };

    private static string Lines(decimal[] shares, Func<decimal, string> text) =>
        string.Join('\n', shares.Select((share, index) => $"{index + 1}. {text(share)}"));

    private static string Text(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Text(decimal share) => share.ToString("0.0", CultureInfo.InvariantCulture);
}
