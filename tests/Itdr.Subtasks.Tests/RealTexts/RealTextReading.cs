using System.Text;
using System.Text.Json;

namespace Itdr.Subtasks.Tests.RealTexts;

/// <summary>What came of reading one text, without the types of its subtask.</summary>
/// <param name="Value">The answer as JSON, or null after a failure.</param>
/// <param name="Repairs">The kinds of repair that it took, in their own order.</param>
/// <param name="Failure">Why there is no answer, or null.</param>
internal sealed record RealTextReading(string? Value, IReadOnlyList<RepairKind> Repairs, ParseFailure? Failure)
{
    /// <summary>Reads a text as an answer to its task.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">How to read.</param>
    public static RealTextReading Of(RealText text, ParseOptions options) =>
        Itdr.Subtasks.SubtaskCatalog.All.Single(subtask => subtask.Id == text.Subtask).Accept(new Reader(text, options));

    private sealed class Reader(RealText text, ParseOptions options) : ISubtaskVisitor<RealTextReading>
    {
        public RealTextReading Visit<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor)
            where TSubtask : ISubtask<TSubtask, TAnswer>
        {
            using var json = JsonDocument.Parse(text.Task);
            var task = TSubtask.ReadJson(json.RootElement);
            var parsed = TSubtask.Parse(task, text.Text, options);
            return parsed.TryGetValue(out var answer)
                ? new RealTextReading(Json(task, answer), [.. parsed.Repairs.Select(repair => repair.Kind).Order()], null)
                : new RealTextReading(null, [], parsed.Failure);
        }

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
}
