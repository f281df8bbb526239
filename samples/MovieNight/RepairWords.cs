using Itdr;

namespace MovieNight;

/// <summary>Says what a repair overlooked.</summary>
internal static class RepairWords
{
    public static string Of(RepairKind kind) => kind switch
    {
        RepairKind.OuterWhiteSpace => "white space around the answer",
        RepairKind.LineEnds => "other line ends",
        RepairKind.ThinkBlock => "thinking aloud before the answer",
        RepairKind.Fence => "a Markdown fence",
        RepairKind.Json => "an answer in JSON",
        RepairKind.Emphasis => "bold or italic marks",
        RepairKind.Preamble => "talk before the answer",
        RepairKind.ClosingText => "talk after the answer",
        RepairKind.Explanation => "an explanation behind a title",
        RepairKind.Spacing => "blank lines or other spacing",
        RepairKind.Numbering => "another kind of numbering",
        RepairKind.Quotes => "quotes around a title, or none",
        RepairKind.Case => "capital and small letters",
        RepairKind.TrailingPunctuation => "punctuation behind a title",
        RepairKind.PartialTitle => "a part of a title that fits one film only",
        RepairKind.RepeatedItem => "a film that was ranked before; its first place counts",
        RepairKind.MissingItems => "films that were left out: the ranking is shorter",
        _ => "another spelling",
    };
}
