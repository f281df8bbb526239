namespace Itdr;

/// <summary>What a tolerant reading overlooked, in the order in which readings are tried.</summary>
public enum RepairKind
{
    /// <summary>White space around the answer.</summary>
    OuterWhiteSpace,

    /// <summary>Line ends other than <c>\n</c>.</summary>
    LineEnds,

    /// <summary>A <c>&lt;think&gt;…&lt;/think&gt;</c> block before the answer.</summary>
    ThinkBlock,

    /// <summary>A Markdown fence around the answer.</summary>
    Fence,

    /// <summary>The answer in its JSON form.</summary>
    Json,

    /// <summary>Markdown emphasis: <c>**bold**</c>, <c>*italic*</c>, <c>__bold__</c>, <c>`code`</c>.</summary>
    Emphasis,

    /// <summary>Text before the answer.</summary>
    Preamble,

    /// <summary>Text after the answer.</summary>
    ClosingText,

    /// <summary>Text behind an entry, on its line or on lines of its own between two entries.</summary>
    Explanation,

    /// <summary>Blank lines or other spacing inside the answer.</summary>
    Spacing,

    /// <summary>Another mark before the entries of a list, or none: <c>1)</c>, <c>#1</c>, <c>-</c>.</summary>
    Numbering,

    /// <summary>Quotes around a title, or their absence.</summary>
    Quotes,

    /// <summary>Upper and lower case.</summary>
    Case,

    /// <summary>Punctuation after a title or a number.</summary>
    TrailingPunctuation,

    /// <summary>A part of a title that belongs to one candidate only.</summary>
    PartialTitle,

    /// <summary>A number with the end of its scale: <c>9/10</c>.</summary>
    OutOf,

    /// <summary>A comma where the number has a point: <c>4,5</c>.</summary>
    DecimalComma,

    /// <summary>The same number in another spelling: <c>4</c> for <c>4.0</c>.</summary>
    Notation,

    /// <summary>A candidate that was ranked before; its first place is kept.</summary>
    RepeatedItem,

    /// <summary>Candidates that are not ranked: the ranking is shorter.</summary>
    MissingItems,
}
