using System.Text;

namespace Itdr.Generators.Tests.RandomDeclarations;

/// <summary>Writes the source of a random subtask: slots of all kinds, on lines and inside them, in sections or not.</summary>
internal sealed class RandomDeclaration
{
    /// <summary>What all declarations share.</summary>
    public const string Shared = """
        #pragma warning disable ITDR002
        [assembly: Fragment<Spot>("{Name}")]
        [assembly: Fragment<Spot>("{Name} since {Opened:d MMM yyyy}", Format = "since")]

        public struct Spot
        {
            public string Name { get; set; }
            public DateOnly Opened { get; set; }
        }

        public enum Mood
        {
            Calm,
            [System.Text.Json.Serialization.JsonStringEnumMemberName("very glad")]
            Glad,
            CalmAgain,
        }

        [Fragment("{Name}")]
        [Fragment("{Name} ({Mood}{?Year}, {Year}{/Year})", Format = "long")]
        public sealed record Thing(string Name, Mood Mood, int? Year = null);

        public static class Make
        {
            private static readonly string[] Pieces =
                ["a", "b c", "Heat", "heat", "1. x", "- ", ", ", "s1: ", " / t1 ", "]", " [o2 ", "true", "Calm", "very glad", "愛", "\"", "4", ": ", "\n", " ", "s0:"];

            // Whether texts are plain words, no two alike: what a repair ignores is then no part of a value.
            public static bool IsPlain;

            private static int words;

            public static string Text(Random random)
            {
                if (IsPlain)
                {
                    var number = words++;
                    return $"Word{(char)('a' + (number / 676 % 26))}{(char)('a' + (number / 26 % 26))}{(char)('a' + (number % 26))}x";
                }

                var text = "";
                for (var count = random.Next(1, 4); count > 0; count--)
                {
                    text += Pieces[random.Next(Pieces.Length)];
                }

                return text;
            }

            public static string[] Texts(Random random) => Array.ConvertAll(new int[random.Next(1, 6)], _ => Text(random));

            public static Thing[] Things(Random random) =>
                Array.ConvertAll(new int[random.Next(1, 6)], _ => new Thing(Text(random), (Mood)random.Next(3), random.Next(2) == 0 ? null : random.Next(1900, 2100)));

            public static Spot[] Spots(Random random) =>
                Array.ConvertAll(new int[random.Next(1, 5)], _ => new Spot { Name = Text(random), Opened = Day(random) });

            public static DateOnly Day(Random random) => DateOnly.FromDayNumber(random.Next(DateOnly.MaxValue.DayNumber + 1));

            // Now and then with seconds, which no format here writes.
            public static DateTime Time(Random random) => Day(random).ToDateTime(new TimeOnly(random.Next(24), random.Next(60), random.Next(8) == 0 ? random.Next(60) : 0));

            public static T[] List<T>(Random random, Func<Random, T> make) => Array.ConvertAll(new int[random.Next(5)], _ => make(random));

            public static string Word(Random random) => IsPlain || random.Next(3) == 0 ? Text(random) : "w" + random.Next(100);

            // Now and then a value that is no member of the enumeration: no label has it.
            public static Mood Mood(Random random) => (Mood)random.Next(20) switch { (Mood)19 => (Mood)7, var mood => (Mood)((int)mood % 3) };

            public static RatingScale Scale(Random random) => random.Next(2) == 0 ? RatingScale.FivePoints : RatingScale.HalfPoints;

            public static T[] Ranking<T>(Random random, IReadOnlyList<T> candidates, int top)
            {
                var ranking = System.Linq.Enumerable.ToArray(candidates);
                random.Shuffle(ranking);
                return top == 0 ? ranking : ranking[..Math.Min(top, ranking.Length)];
            }
        }
        """;

    private static readonly string[] Styles = ["Inline", "Numbered", "Bulleted"];

    private static readonly string[] Formats = ["", ":yyyyMMdd", ":d MMMM yyyy", ":dddd, MMM d, yyyy", ":MM/dd/yyyy"];

    private readonly Random random;
    private readonly List<string> parameters = [];
    private readonly List<string> values = [];
    private readonly StringBuilder template = new();
    private bool canGoOn;

    private RandomDeclaration(int seed) => random = new Random(seed);

    /// <summary>The source of the declaration that belongs to a seed.</summary>
    public static string Source(int seed)
    {
        var declaration = new RandomDeclaration(seed);
        for (var slots = declaration.random.Next(1, 5); slots > 0; slots--)
        {
            declaration.AddSlot(declaration.parameters.Count);
        }

        return declaration.Write($"Declaration{seed}", seed);
    }

    private void AddSlot(int index)
    {
        var name = $"S{index}";
        var isOptional = random.Next(3) == 0;
        var (attributes, type, format, value) = Kind();
        parameters.Add($"{attributes}{type}{(isOptional ? "?" : "")} {name}");
        values.Add(isOptional ? $"random.Next(2) == 0 ? null : {value}" : value);
        var hole = $"{{{name}{format}}}";
        var isInline = index > 0 && canGoOn && random.Next(3) == 0;
        var text = (isOptional, isInline) switch
        {
            (true, true) => $"{{?{name}}} [o{index} {hole}]{{/{name}}}",
            (true, false) => $"{{?{name}}}s{index}: {hole}{{/{name}}}",
            (false, true) => $" / t{index} {hole}",
            _ => $"s{index}:{(random.Next(2) == 0 ? " " : "\\n")}{hole}",
        };
        // A section that fills its line takes the line away with it, so nothing goes on behind it.
        canGoOn = isInline || !isOptional;
        template.Append(isInline || index == 0 ? "" : "\\n").Append(text);
    }

    private (string Attributes, string Type, string Format, string Value) Kind()
    {
        var style = Styles[random.Next(Styles.Length)];
        var top = random.Next(3);
        return random.Next(16) switch
        {
            9 => ("", "DateOnly", Formats[random.Next(Formats.Length)], "Make.Day(random)"),
            10 => ("", "DateTime", random.Next(2) == 0 ? ":yyyy-MM-dd HH:mm" : ":M/d/yyyy h:mm tt", "Make.Time(random)"),
            11 => ($"[List(ListStyle.{style})] ", "IReadOnlyList<string>", "", "Make.List(random, Make.Word)"),
            12 => ("[List(ListStyle.Inline, Separator = \" | \")] ", "string[]", "", "Make.List(random, Make.Word)"),
            13 => ($"[List(ListStyle.{style})] ", "IReadOnlyList<int>", "", "Make.List(random, random => random.Next(-9, 99))"),
            14 => ($"[List(ListStyle.{style})] ", "IReadOnlyList<Mood>", "", "Make.List(random, Make.Mood)"),
            15 => random.Next(2) == 0
                ? ("[List(ListStyle.Inline, Separator = \"; \")] ", "DateOnly[]", Formats[random.Next(Formats.Length)], "Make.List(random, Make.Day)")
                : ($"[RankedFrom(nameof(Spots), Top = {top}), List(ListStyle.{style})] ", "IReadOnlyList<Spot>", ":since", $"Make.Ranking(random, task.Spots, {top})"),
            0 => ("", "string", "", "Make.Text(random)"),
            1 => ("[Range(-5, 20)] ", "int", "", "random.Next(-6, 22)"),
            2 => ("", "decimal", ":0.00", "random.Next(-500, 500) / 100m"),
            3 => ("[OnScale(nameof(Scale))] ", "decimal", "", "task.Scale.Normalize(random.Next(1, 6))"),
            4 => ($"[RankedFrom(nameof(Names), Top = {top}), List(ListStyle.{style})] ", "IReadOnlyList<string>", "", $"Make.Ranking(random, task.Names, {top})"),
            5 => ($"[RankedFrom(nameof(Things), Top = {top}), List(ListStyle.{style})] ", "IReadOnlyList<Thing>", ":long", $"Make.Ranking(random, task.Things, {top})"),
            6 => ("[ChosenFrom(nameof(Things))] ", "Thing", "", "task.Things[random.Next(task.Things.Count)]"),
            7 => ("", "Mood", "", "Make.Mood(random)"),
            _ => ("", "bool", "", "random.Next(2) == 0"),
        };
    }

    private string Write(string name, int seed) => $$"""
        #pragma warning disable ITDR002
        [Subtask("declaration-{{seed}}"), Instruction("Answer.")]
        [Prompt("{Names} and {Things:long}{?Limit}, at most {Limit}{/Limit}; {Mood} {IsNew} {Scale:steps}; {Spots:since} {Spots} {Day:d MMMM} {Time:HH:mm}")]
        public sealed partial record {{name}}(
            IReadOnlyList<string> Names, [List(ListStyle.{{Styles[random.Next(Styles.Length)]}})] IReadOnlyList<Thing> Things, RatingScale Scale, Mood Mood, bool IsNew, int? Limit, Spot[] Spots, DateOnly? Day, DateTime Time)
        {
            [Answer("{{template}}")]
            public sealed partial record Answer({{string.Join(", ", parameters)}});

            public static {{name}} MakeTask(Random random) =>
                new(Make.Texts(random), Make.Things(random), Make.Scale(random), (Mood)random.Next(3), random.Next(2) == 0, random.Next(2) == 0 ? null : random.Next(), Make.Spots(random), random.Next(2) == 0 ? null : Make.Day(random), Make.Time(random));

            public static Answer MakeAnswer({{name}} task, Random random) => new({{string.Join(", ", values)}});
        }
        """;
}
