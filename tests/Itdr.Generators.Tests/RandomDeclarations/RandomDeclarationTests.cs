using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Itdr.Generators.Tests.Harness;

namespace Itdr.Generators.Tests.RandomDeclarations;

/// <summary>The laws of DESIGN §2 for declarations that nobody thought of.</summary>
public class RandomDeclarationTests
{
    private const int Declarations = 200;

    private static readonly Lazy<Declared> All = new(() => Declared.From([RandomDeclaration.Shared, .. Enumerable.Range(0, Declarations).Select(RandomDeclaration.Source)]));

    [Fact]
    public void Each_single_repair_that_the_slots_admit_is_read_and_recorded_alone()
    {
        var repairs = new RepairVisitor();
        var flaws = All.Value.Subtasks.Select(subtask => subtask.Accept(repairs)).Where(flaw => flaw is not null).ToList();

        Assert.True(flaws.Count == 0, $"{flaws.Count} declarations break the law.\n{string.Join("\n\n", flaws.Take(8))}");
        Assert.All(repairs.Tried, tried => Assert.True(tried.Value > Declarations / 2, $"{tried.Key} was tried {tried.Value} times, too few to show the law."));
        Assert.Equal(10, repairs.Tried.Count);
    }

    [Fact]
    public void The_laws_hold_for_random_declarations_without_any_diagnostic()
    {
        var declared = All.Value;
        Assert.Equal(Declarations, declared.Subtasks.Count);

        var laws = new LawVisitor();
        var flaws = declared.Subtasks.Select(subtask => subtask.Accept(laws)).Where(flaw => flaw is not null).ToList();

        Assert.True(flaws.Count == 0, $"{flaws.Count} declarations break a law.\n{string.Join("\n\n", flaws.Take(5))}");
        Assert.True(laws.Labels > Declarations * 10, $"Only {laws.Labels} random answers have a label, too few to show the laws.");
    }

    /// <summary>Tries the laws on random values of a subtask, and says which it broke first.</summary>
    private sealed class LawVisitor : ISubtaskVisitor<string?>
    {
        private const int Values = 40;

        /// <summary>How many answers had a label.</summary>
        public int Labels { get; private set; }

        public string? Visit<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor)
            where TSubtask : ISubtask<TSubtask, TAnswer>
        {
            var random = new Random(descriptor.Id.Length);
            for (var index = 0; index < Values; index++)
            {
                var task = (TSubtask)Method(typeof(TSubtask), "MakeTask").Invoke(null, [random])!;
                var answer = (TAnswer)Method(typeof(TSubtask), "MakeAnswer").Invoke(null, [task, random])!;
                if (Flaw(descriptor, task, answer, random) is { } flaw)
                {
                    return $"{descriptor.Id}: {flaw}\n{answer}";
                }
            }

            return null;
        }

        private static MethodInfo Method(Type type, string name) => type.GetMethod(name, BindingFlags.Public | BindingFlags.Static)!;

        private string? Flaw<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor, TSubtask task, TAnswer answer, Random random)
            where TSubtask : ISubtask<TSubtask, TAnswer>
        {
            _ = descriptor.Prompt(task);
            var taskJson = Json(json => TSubtask.WriteJson(json, task));
            if (!TSubtask.ReadJson(JsonDocument.Parse(taskJson).RootElement).Equals(task))
            {
                return $"the task does not read back from {taskJson}";
            }

            var label = LabelOrNull(descriptor, task, answer);
            if (SecondLaw(descriptor, task, Damaged(label ?? "", random)) is { } broken)
            {
                return broken;
            }

            if (label is null)
            {
                return null;
            }

            Labels++;
            var parsed = TSubtask.Parse(task, label, ParseOptions.Strict);
            if (!parsed.Succeeded || !parsed.Value!.Equals(answer) || !parsed.Repairs.IsEmpty)
            {
                return $"the label does not read back: {parsed.Failure}\n{label}";
            }

            if (OutsideConstraint<TSubtask, TAnswer>(task, label) is { } outside)
            {
                return outside;
            }

            var json = Json(writer => TSubtask.WriteJson(writer, task, answer));
            var fromJson = TSubtask.ParseJson(task, json);
            return fromJson.Succeeded && fromJson.Value!.Equals(answer) && fromJson.Repairs.IsEmpty ? null : $"the JSON form does not read back: {fromJson.Failure}\n{json}";
        }

        private static string? OutsideConstraint<TSubtask, TAnswer>(TSubtask task, string label)
            where TSubtask : ISubtask<TSubtask, TAnswer>
        {
            var pattern = TSubtask.Constrain(task).ToRegex();
            return Regex.IsMatch(label, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant) ? null : $"the label is not within the constraint\n{label}\n{pattern}";
        }

        private static string? SecondLaw<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor, TSubtask task, string text)
            where TSubtask : ISubtask<TSubtask, TAnswer>
        {
            var parsed = TSubtask.Parse(task, text);
            return !parsed.Succeeded || parsed.Repairs.IsEmpty == (LabelOrNull(descriptor, task, parsed.Value) == text)
                ? null
                : $"{parsed.Repairs.Length} repairs for the label {LabelOrNull(descriptor, task, parsed.Value)}\nread from {text}";
        }

        private static string Damaged(string label, Random random)
        {
            string[] pieces = ["**", "\n", " ", ".", "```\n", "\"", "1) ", "Sure:\n", "\r\n", "TRUE", "calm", "4,5", ", ", "- ", "2024-05-01", "MAY"];
            var at = random.Next(label.Length + 1);
            return random.Next(3) switch
            {
                0 => label[..at] + pieces[random.Next(pieces.Length)] + label[at..],
                1 => label[..at] + label[Math.Min(label.Length, at + random.Next(1, 4))..],
                _ => label[..at] + label[at..].ToUpperInvariant(),
            };
        }

        private static string? LabelOrNull<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor, TSubtask task, TAnswer answer)
            where TSubtask : ISubtask<TSubtask, TAnswer>
        {
            try
            {
                return descriptor.Label(task, answer);
            }
            catch (AnswerRefusedException)
            {
                return null;
            }
        }

        private static string Json(Action<Utf8JsonWriter> write)
        {
            using var stream = new MemoryStream();
            using (var json = new Utf8JsonWriter(stream))
            {
                write(json);
            }

            return Encoding.UTF8.GetString(stream.ToArray());
        }
    }
}
