using System.Text.Json;
using System.Text.RegularExpressions;

namespace Itdr.Tests.Constraints;

/// <summary>A day with its weekday, perhaps a time of day, and a time without any separators.</summary>
internal sealed record DatesCase(DateOnly Day, TimeOnly? Time, DateTime Seen) : AnswerCase, IDamagedCase
{
    private static readonly DateSlot<DateOnly> DaySlot = new("Day", "dddd, d MMMM yyyy", TextEnd.Before(" at ", "\nseen: "));
    private static readonly DateSlot<TimeOnly> TimeSlot = new("Time", "h:mm tt", TextEnd.Before("\nseen: ")) { IsOptional = true };
    private static readonly DateSlot<DateTime> SeenSlot = new("Seen", "yyyyMMddHHmm", TextEnd.OfAnswer);

    public override OutputConstraint Constraint => OutputConstraint.Sequence(
        OutputConstraint.Literal("released: "),
        DaySlot.Constrain(),
        OutputConstraint.Optional(OutputConstraint.Literal(" at "), TimeSlot.Constrain()),
        OutputConstraint.Literal("\nseen: "),
        SeenSlot.Constrain());

    public IEnumerable<(string Damage, string Text)> Damaged(string label) => Damages.Of(
        label,
        [
            ("a changed literal", "^released", "relesed"), ("another weekday's letters", "day, ", "dax, "), ("a day beyond every month", @" \d+ (?=[A-Z])", " 32 "),
            ("a needless zero", @", (?=\d )", ", 0"), ("a month of no calendar", @"(?<=\d )[A-Z][a-z]+", "Smarch"), ("a year of five digits", @"(?<=[a-z] )(?=\d{4})", "9"),
            ("an hour of no half day", @" at \d+:", " at 13:"), ("a minute of no hour", @":\d\d (?=[AP]M)", ":60 "), ("another half of the day", "[AP]M", "XM"),
            ("a digit for a letter", @"seen: \d", "seen: x"), ("a digit too few", @"\d\z", ""), ("a digit too many", @"\z", "0"), ("an hour of no day", @"\d{4}\z", "2400"),
        ]);

    protected override void Write(ref PromptWriter writer)
    {
        writer.Append("released: ");
        DaySlot.Write(ref writer, Day);
        if (Time is { } time)
        {
            writer.Append(" at ");
            TimeSlot.Write(ref writer, time);
        }

        writer.Append("\nseen: ");
        SeenSlot.Write(ref writer, Seen);
    }

    protected override void Read(ref AnswerReader reader)
    {
        reader.Literal("released: ");
        DaySlot.Read(ref reader);
        if (reader.TryLiteral(" at "))
        {
            TimeSlot.Read(ref reader);
        }

        reader.Literal("\nseen: ");
        SeenSlot.Read(ref reader);
    }

    protected override void WriteJson(Utf8JsonWriter json)
    {
        DaySlot.WriteJson(json, Day);
        if (Time is { } time)
        {
            TimeSlot.WriteJson(json, time);
        }

        SeenSlot.WriteJson(json, Seen);
    }
}

/// <summary>Lists of texts and of numbers on their lines, of dates behind numbers, and perhaps of values of a closed set behind dashes.</summary>
internal sealed record ListsCase(string[] Tags, int[] Years, DateOnly[] Days, bool[]? Flags) : AnswerCase, IDamagedCase
{
    private static readonly ListSlot<string> TagSlot =
        new("Tags", new ListLayout(ListStyle.Inline, " | "), static end => new TextSlot("Tags", end) { IsEntry = true }, TextEnd.Before("\nyears: "));

    private static readonly ListSlot<int> YearSlot =
        new("Years", ListLayout.Inline, static end => new NumberSlot<int>("Years", end) { Minimum = 1900, Maximum = 2099 }, TextEnd.Before("\ndays:\n"));

    private static readonly ListSlot<DateOnly> DaySlot =
        new("Days", ListLayout.Numbered, static end => new DateSlot<DateOnly>("Days", "d MMM yyyy", end), TextEnd.BeforeOrAtEnd("\nflags:\n"));

    private static readonly ListSlot<bool> FlagSlot =
        new("Flags", ListLayout.Bulleted, static end => new SetSlot<bool>("Flags", ClosedSet.Boolean, end), TextEnd.OfAnswer) { IsOptional = true };

    public override OutputConstraint Constraint => OutputConstraint.Sequence(
        OutputConstraint.Literal("tags: "),
        TagSlot.Constrain(),
        OutputConstraint.Literal("\nyears: "),
        YearSlot.Constrain(),
        OutputConstraint.Literal("\ndays:\n"),
        DaySlot.Constrain(),
        OutputConstraint.Optional(OutputConstraint.Literal("\nflags:\n"), FlagSlot.Constrain()));

    public IEnumerable<(string Damage, string Text)> Damaged(string label) => Damages.Of(
        label,
        [
            ("a changed literal", "^tags", "tag"), ("another changed literal", "\ndays:", "\nday:"), ("a number below its least", @"(?<=\nyears: )\d{4}", "1899"),
            ("a number above its greatest", @"(?<=\nyears: )\d{4}", "2100"), ("a letter in a number", @"(?<=\nyears: \d\d)\d", "x"), ("a digit too few", @"(?<=\nyears: \d{3})\d", ""),
            ("another separator", @"(?<=\nyears: \d{4}), ", "; "), ("no separator", @"(?<=\nyears: \d{4}), ", ""), ("another mark", @"(?<=\ndays:\n1)\. ", ") "), ("no mark", @"(?<=\ndays:\n)1\. ", ""),
            ("a day beyond every month", @"(?<=\ndays:\n1\. )\d+", "32"), ("a month of no calendar", @"(?<=\ndays:\n1\. \d+ )[A-Z][a-z]+", "Smarch"),
            ("an item of no set", "(?<=\nflags:\n- )(true|false)", "maybe"), ("another bullet", "(?<=\nflags:\n)- ", "* "), ("one item more, of no set", @"\z", "\n- maybe"),
        ]);

    protected override void Write(ref PromptWriter writer)
    {
        writer.Append("tags: ");
        TagSlot.Write(ref writer, Tags);
        writer.Append("\nyears: ");
        YearSlot.Write(ref writer, Years);
        writer.Append("\ndays:\n");
        DaySlot.Write(ref writer, Days);
        if (Flags is not null)
        {
            writer.Append("\nflags:\n");
            FlagSlot.Write(ref writer, Flags);
        }
    }

    protected override void Read(ref AnswerReader reader)
    {
        reader.Literal("tags: ");
        TagSlot.Read(ref reader);
        reader.Literal("\nyears: ");
        YearSlot.Read(ref reader);
        reader.Literal("\ndays:\n");
        DaySlot.Read(ref reader);
        if (reader.TryLiteral("\nflags:\n"))
        {
            FlagSlot.Read(ref reader);
        }
    }

    protected override void WriteJson(Utf8JsonWriter json)
    {
        TagSlot.WriteJson(json, Tags);
        YearSlot.WriteJson(json, Years);
        DaySlot.WriteJson(json, Days);
        if (Flags is not null)
        {
            FlagSlot.WriteJson(json, Flags);
        }
    }
}

/// <summary>A case that knows how its labels can be damaged so that no answer has them.</summary>
internal interface IDamagedCase
{
    /// <summary>Texts that are no label, each with what is wrong with it.</summary>
    IEnumerable<(string Damage, string Text)> Damaged(string label);
}

/// <summary>Changes to labels, each by a pattern and what its first match becomes.</summary>
internal static class Damages
{
    /// <summary>The texts that the changes make of a label; a change whose pattern is not there makes none.</summary>
    public static IEnumerable<(string Damage, string Text)> Of(string label, (string Damage, string Pattern, string Put)[] changes)
    {
        foreach (var (damage, pattern, put) in changes)
        {
            var match = Regex.Match(label, pattern, RegexOptions.CultureInvariant);
            if (match.Success)
            {
                yield return (damage, label[..match.Index] + put + label[(match.Index + match.Length)..]);
            }
        }
    }
}
