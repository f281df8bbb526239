using System.Text.Json;

namespace Itdr.Evaluation;

/// <summary>
/// How the JSON of a subtask's tasks is read without knowing the subtask: which of its fields say what kind of task it
/// is, and which hold candidates or scales.
/// </summary>
/// <param name="Context">The fields that tell kinds of tasks apart, such as a domain or the attributes asked for.</param>
/// <param name="Sources">The fields that slots of the answer take their values from.</param>
internal sealed record TaskShape(IReadOnlySet<string> Context, IReadOnlySet<string> Sources)
{
    /// <summary>The name of the field that a slot takes its values from, in JSON, or null.</summary>
    public static string? SourceField(AnswerSlot slot) => slot.Source is { } source ? JsonNamingPolicy.CamelCase.ConvertName(source) : null;

    /// <summary>The fields of a task that slots of the answer take their values from.</summary>
    public static IReadOnlySet<string> SourcesOf(SubtaskDescriptor descriptor) =>
        descriptor.Slots.Select(SourceField).OfType<string>().ToHashSet(StringComparer.Ordinal);
}
