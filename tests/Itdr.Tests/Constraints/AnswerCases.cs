using CsCheck;

namespace Itdr.Tests.Constraints;

/// <summary>Random answers, with what every form's own syntax is made of inside their titles.</summary>
internal static class AnswerCases
{
    public static readonly Gen<string> Title =
        Gen.OneOf(
            Gen.OneOf(
                "A", "Heat", "1. ", "\n2. ", "- ", ", ", "\"", "\\", "'", "\n", "\r", "\t", "\u0007", "[", "]", "^", "-", "[^a-z]", "(", ")", "|", "*", "+", "?", "{", "}", "{2}",
                ".", "$", "^$", "#", "&&", "--", "~~", "<", ">", "\\d", "\\n", "::=", "root", "<|im_end|>", "愛", "é", "e\u0301", "🎬", "\u00A0", "\u200D", "\u2028", " ", "\" at ", "%", "/", "@", "`"),
            Gen.Char['a', 'e'].Select(letter => letter.ToString()))
        .Array[1, 4].Select(string.Concat);

    /// <summary>Free texts that start what ends them, and sometimes go through with it.</summary>
    public static readonly Gen<string> Text =
        Gen.OneOf(Title, Gen.OneOf("\n", "\na", "\nag", "\nage:", "\nage: ", "\nw", "\nwork: ", " ", "x", "\n\n", "\n\nE", "\n\nEnd", "End", "age: ", ""))
        .Array[0, 4].Select(string.Concat);

    public static readonly Gen<AnswerCase> Ranking =
        from candidates in Title.Array[0, 6]
        let distinct = candidates.Distinct(StringComparer.Ordinal).ToArray()
        from layout in Gen.OneOf(ListLayout.Numbered, ListLayout.Bulleted, ListLayout.Inline, new ListLayout(ListStyle.Inline, " > "))
        from top in Gen.Int[0, 3]
        from ranking in Gen.Shuffle(distinct)
        let places = top == 0 ? distinct.Length : Math.Min(top, distinct.Length)
        select (AnswerCase)new RankingCase(new RankingSlot("Ranking", "Candidates", layout, TextEnd.OfAnswer) { Top = top }, distinct, ranking[..places]);

    public static readonly Gen<AnswerCase> Review =
        from candidates in Title.Array[1, 5]
        let distinct = candidates.Distinct(StringComparer.Ordinal).ToArray()
        from choice in Gen.OneOf(distinct)
        from scale in Gen.OneOf(RatingScale.FivePoints, RatingScale.HalfPoints, RatingScale.TenPoints)
        from step in Gen.Int[0, 9]
        from reason in Text
        select (AnswerCase)new ReviewCase(distinct, choice, scale, Math.Min(scale.Maximum, scale.Minimum + (step * scale.Step)), reason);

    public static readonly Gen<AnswerCase> Lines =
        from country in Text.Null()
        from age in Gen.Int[3, 119].Nullable()
        from work in Text.Null()
        select (AnswerCase)new LinesCase(country, age, work);

    private static readonly Gen<DateOnly> Day = Gen.Int[0, DateOnly.MaxValue.DayNumber].Select(DateOnly.FromDayNumber);

    private static readonly Gen<TimeOnly> Minute = Gen.Int[0, (24 * 60) - 1].Select(minute => new TimeOnly(minute / 60, minute % 60));

    public static readonly Gen<AnswerCase> Dates =
        from day in Day
        from time in Minute.Nullable()
        from seen in Day
        from at in Minute
        select (AnswerCase)new DatesCase(day, time, seen.ToDateTime(at));

    public static readonly Gen<AnswerCase> Lists =
        from tags in Title.Array[0, 3]
        from years in Gen.Int[1900, 2099].Array[0, 3]
        from days in Day.Array[0, 3]
        from flags in Gen.Bool.Array[1, 3].Null()
        select (AnswerCase)new ListsCase(tags, years, days, flags);

    public static readonly Gen<AnswerCase> Any = Gen.OneOf(Ranking, Review, Lines, Dates, Lists);

    /// <summary>A label, damaged or not, or a text that was never one.</summary>
    public static Gen<string> Near(string label) =>
        Gen.OneOf(
            Gen.Const(label),
            Text,
            Gen.Select(Gen.Int[0, label.Length], Gen.Int[0, 3], Text, (at, cut, put) => label[..at] + put + label[Math.Min(label.Length, at + cut)..]),
            Gen.Int[0, label.Length].Select(length => label[..length]))
        .Where(IsWellFormed);

    /// <summary>Whether every surrogate of a text is one of a pair, as in every text that a server can send.</summary>
    private static bool IsWellFormed(string text) => text.EnumerateRunes().All(rune => rune.Value != 0xFFFD) || text.Contains('\uFFFD', StringComparison.Ordinal);
}
