using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Itdr.Generators.Tests.RandomDeclarations;

/// <summary>Gives labels of a random subtask one flaw, and says which of them is not read with exactly that repair.</summary>
internal sealed class RepairVisitor : ISubtaskVisitor<string?>
{
    private const int Values = 15;

    /// <summary>How often each kind of repair was tried.</summary>
    public Dictionary<RepairKind, int> Tried { get; } = [];

    public string? Visit<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var plain = typeof(TSubtask).Assembly.GetType("Make")!.GetField("IsPlain")!;
        plain.SetValue(null, true);
        try
        {
            var random = new Random(descriptor.Id.Length);
            for (var index = 0; index < Values; index++)
            {
                var task = (TSubtask)Method(typeof(TSubtask), "MakeTask").Invoke(null, [random])!;
                var answer = (TAnswer)Method(typeof(TSubtask), "MakeAnswer").Invoke(null, [task, random])!;
                if (Flaw(descriptor, task, answer) is { } flaw)
                {
                    return $"{descriptor.Id}: {flaw}";
                }
            }

            return null;
        }
        finally
        {
            plain.SetValue(null, false);
        }
    }

    private string? Flaw<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor, TSubtask task, TAnswer answer)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        string label;
        try
        {
            label = descriptor.Label(task, answer);
        }
        catch (AnswerRefusedException)
        {
            return null;
        }

        // A label that ends with an empty list has white space of its own there.
        if (label.Trim().Length != label.Length)
        {
            return null;
        }

        foreach (var (kind, text) in Flawed(descriptor, label).Append((RepairKind.Json, Json(task, answer))))
        {
            Tried[kind] = Tried.GetValueOrDefault(kind) + 1;
            var parsed = TSubtask.Parse(task, text);
            if (!parsed.Succeeded || !Equals(parsed.Value, answer) || parsed.Repairs is not [{ } only] || only.Kind != kind)
            {
                return $"{kind} reads with [{string.Join(", ", parsed.Repairs.IsDefault ? [] : parsed.Repairs)}] {parsed.Failure}\n{text}\nlabel:\n{label}";
            }
        }

        return null;
    }

    /// <summary>The label with each flaw that its slots admit.</summary>
    private static IEnumerable<(RepairKind Kind, string Text)> Flawed(SubtaskDescriptor descriptor, string label)
    {
        yield return (RepairKind.OuterWhiteSpace, $"\n{label} ");
        yield return (RepairKind.ThinkBlock, $"<think>\nWhat would suit this user?\n</think>\n\n{label}");
        yield return (RepairKind.Fence, $"```\n{label}\n```");
        yield return (RepairKind.Preamble, $"Here is my answer:\n\n{label}");
        if (label.Contains('\n', StringComparison.Ordinal))
        {
            yield return (RepairKind.LineEnds, label.Replace("\n", "\r\n", StringComparison.Ordinal));
        }

        // The name before the first slot, in bold.
        if (Regex.Match(label, @"\As(\d+): (?=\S)") is { Success: true } name)
        {
            yield return (RepairKind.Emphasis, $"**s{name.Groups[1].Value}:** {label[name.Length..]}");

            // White space before a free text that something follows is part of it: that is a label of another text.
            if (descriptor.Slots[int.Parse(name.Groups[1].Value, CultureInfo.InvariantCulture)] is not TextSlot { EndsBefore.AtEnd: false })
            {
                yield return (RepairKind.Spacing, $"s{name.Groups[1].Value}:  {label[name.Length..]}");
            }
        }

        // Upper case is another text.
        if (!HasText(descriptor))
        {
            yield return (RepairKind.Case, label.ToUpperInvariant());
        }

        // What comes after a free text is part of it, and of two lines without marks neither is sure to be a list that has none.
        if (!HasText(descriptor) && !EndsWithUnmarkedList(descriptor))
        {
            yield return (RepairKind.ClosingText, $"{label}\n\nLet me know if you need anything else!");
        }
    }

    private static bool HasText(SubtaskDescriptor descriptor) =>
        descriptor.Slots.Any(slot => slot.Kind == AnswerSlotKind.Text || slot is ListSlot<string>);

    private static bool EndsWithUnmarkedList(SubtaskDescriptor descriptor) => descriptor.Slots.Any(
        slot => slot is { Kind: AnswerSlotKind.List, EndsBefore.AtEnd: true } && !slot.EndsBefore.Literals.Any(literal => literal.StartsWith('\n'))
            && ((ListLayout)slot.GetType().GetProperty(nameof(ListSlot<>.Layout))!.GetValue(slot)!).Style == ListStyle.Inline);

    private static MethodInfo Method(Type type, string name) => type.GetMethod(name, BindingFlags.Public | BindingFlags.Static)!;

    private static string Json<TSubtask, TAnswer>(TSubtask task, TAnswer answer)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            TSubtask.WriteJson(json, task, answer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
