using System.Text.RegularExpressions;
using Itdr.Generators.Model;

namespace Itdr.Generators.Emission;

/// <summary>
/// The names that generated code may write without their namespace. The emitters write every type in full, from
/// <c>global::</c> on, which is right wherever the author puts the declaration; here what cannot mean anything else is
/// shortened, and the namespaces that it takes are named once, inside the author's own, where no type of a namespace
/// around it and no <c>global using</c> comes first.
/// </summary>
internal static class ShortNames
{
    private const string Global = "global::";

    // A literal is left as it is, whatever it says.
    private static readonly Regex Names = new("\"(?:[^\"\\\\]|\\\\.)*\"|global::[\\w@.]+", RegexOptions.CultureInvariant);

    private static readonly (string Namespace, HashSet<string> Types)[] Known =
    [
        ("System.Collections.Generic", ["EqualityComparer", "IReadOnlyList"]),
        ("System.Collections.Immutable", ["ImmutableArray"]),
        ("System.Text.Json", ["JsonElement", "Utf8JsonWriter"]),
        ("System.Threading.Tasks", ["Task"]),
        ("System.Threading", ["CancellationToken"]),
        ("System", ["ArgumentException", "DateOnly", "DateTime", "HashCode", "ReadOnlySpan", "TimeOnly"]),
        ("Itdr",
        [
            "AnswerParser", "AnswerReader", "AnswerRefusedException", "AnswerResult", "CandidateTexts", "ChoiceSlot", "ClosedSet", "DateSlot", "IRecommender",
            "ISubtask", "JsonDates", "JsonInput", "ListEquality", "ListLayout", "ListSlot", "ListStyle", "NumberSlot", "OutputConstraint", "ParseOptions", "ParseResult",
            "PromptWriter", "RankingSlot", "RankingStream", "RatingScale", "RootTask", "ScaleSlot", "SetSlot", "SubtaskDescriptor", "TextEnd", "TextSlot",
        ]),
    ];

    /// <summary>Every name that can be shortened where nothing of the author's has it.</summary>
    public static IEnumerable<string> All => Known.SelectMany(entry => entry.Types);

    /// <summary>Shortens the names in the code of a subtask.</summary>
    /// <param name="code">The code inside the namespace.</param>
    /// <param name="model">The subtask; in the global namespace nothing is shortened.</param>
    /// <param name="usings">The namespaces that the shorter code must use, in order.</param>
    public static string Shorten(string code, SubtaskModel model, out IReadOnlyCollection<string> usings)
    {
        var used = new SortedSet<string>(StringComparer.Ordinal);
        usings = used;
        var own = model.Hierarchy.Namespace;
        if (own.Length == 0)
        {
            return code;
        }

        var taken = new HashSet<string>(model.TakenNames, StringComparer.Ordinal);
        return string.Join("\n", code.Split('\n').Select(line => Shorten(line, own, taken, used)));
    }

    private static string Shorten(string line, string own, HashSet<string> taken, SortedSet<string> used) => Names.Replace(line, match =>
    {
        if (match.Value[0] == '"' && !line.TrimStart().StartsWith("///", StringComparison.Ordinal))
        {
            return match.Value;
        }

        return match.Value[0] == '"' ? $"\"{Shorten(match.Value.Trim('"'), own, taken, used)}\"" : Short(match.Value, own, taken, used);
    });

    private static string Short(string name, string own, HashSet<string> taken, SortedSet<string> used)
    {
        if (Rest(name, own) is { } ofOwn && !taken.Contains(First(ofOwn)))
        {
            return ofOwn;
        }

        foreach (var (space, types) in Known)
        {
            if (Rest(name, space) is { } rest && types.Contains(First(rest)) && !taken.Contains(First(rest)))
            {
                used.Add(space);
                return rest;
            }
        }

        return name;
    }

    /// <summary>What follows a namespace in a name, or null if the name does not start with it.</summary>
    private static string? Rest(string name, string space)
    {
        var prefix = Global + space + ".";
        return name.StartsWith(prefix, StringComparison.Ordinal) ? name.Substring(prefix.Length) : null;
    }

    private static string First(string name) => name.Split('.')[0].TrimStart('@');
}
