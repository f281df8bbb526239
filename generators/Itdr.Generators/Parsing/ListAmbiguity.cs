using Itdr.Generators.Model;

namespace Itdr.Generators.Parsing;

/// <summary>Finds out whether the end of a list can be told from its next entry.</summary>
internal static class ListAmbiguity
{
    /// <summary>What stands between two entries.</summary>
    public static string SeparatorOf(LayoutModel layout) => layout.Separator ?? (layout.Style == "Inline" ? ", " : "\n");

    /// <summary>What may follow a list whose entries stand on lines: a line break alone would not tell its end from its next entry, so the start of the next line is part of it.</summary>
    public static EndModel EndOf(List<AnswerChunk> chunks, int chunk, LayoutModel layout, EndModel end)
    {
        if (SeparatorOf(layout).IndexOf('\n') < 0 || !end.Literals.Contains("\n") || (chunks[chunk].Section < 0 && chunk == chunks.Count - 1))
        {
            return end;
        }

        var next = AnswerFollow.LineStarts(chunks, chunk + 1);
        return next.Slot is not null ? end : end with
        {
            Literals = end.Literals.Where(literal => literal != "\n").Concat(next.End.Literals.Select(literal => "\n" + literal)).Distinct().ToEquatableArray(),
        };
    }

    /// <summary>A text that may follow a list and may as well begin its next entry, or its first one; null if there is none.</summary>
    public static string? Collision(LayoutModel layout, EndModel end) => end.Literals.FirstOrDefault(literal => GoesOn(layout, literal) || Starts(layout, literal));

    /// <summary>A text that reads in two ways: as a list before a literal, and as a longer list.</summary>
    public static string Example(LayoutModel layout, string literal)
    {
        var mark = layout.Style switch { "Numbered" => "1. ", "Bulleted" => "- ", _ => "" };
        return (Starts(layout, literal) && !GoesOn(layout, literal) ? literal : mark + "a" + literal) + "…";
    }

    private static bool GoesOn(LayoutModel layout, string literal)
    {
        var separator = SeparatorOf(layout);
        return literal.StartsWith(separator, StringComparison.Ordinal)
            ? literal.Length == separator.Length || StartsEntry(layout, literal.Substring(separator.Length))
            : separator.StartsWith(literal, StringComparison.Ordinal);
    }

    private static bool Starts(LayoutModel layout, string literal) => layout.Style != "Inline" && StartsEntry(layout, literal);

    /// <summary>Whether a text and the mark of an entry start alike; every entry that has no mark may start like any text.</summary>
    private static bool StartsEntry(LayoutModel layout, string text)
    {
        if (layout.Style == "Inline")
        {
            return true;
        }

        if (layout.Style == "Bulleted")
        {
            return Overlap(text, "- ");
        }

        var digits = text.TakeWhile(character => character is >= '0' and <= '9').Count();
        return digits == text.Length || (digits > 0 && Overlap(text.Substring(digits), ". "));
    }

    private static bool Overlap(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal);
}
