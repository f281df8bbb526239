using System.Buffers;
using System.Text.Json;

namespace Itdr.Evaluation;

/// <summary>
/// A recommender without a model. It knows a task by its JSON and its answer by the descriptor's slots, so it answers
/// any subtask; and it writes its answer through the subtask's own label, which is then read like a model's text.
/// </summary>
public sealed class Baseline : IRecommender
{
    private readonly SlotBaseline slots;
    private readonly TrainingEvidence evidence;

    internal Baseline(BaselineInfo info, SlotBaseline slots, TrainingEvidence evidence)
    {
        Info = info;
        this.slots = slots;
        this.evidence = evidence;
    }

    /// <summary>What it is called and does.</summary>
    public BaselineInfo Info { get; }

    /// <summary>Why the baseline cannot answer a subtask, as one sentence; null if it can.</summary>
    /// <param name="descriptor">The subtask.</param>
    public string? WhyNot(SubtaskDescriptor descriptor)
    {
        // An optional slot counts where a training answer has it; the descriptor alone does not say who will ask for it.
        var known = evidence.Of(descriptor);
        var asked = descriptor.Slots.Where(slot => !slot.IsOptional || known?.IsAnswered(slot) == true).ToList();
        if (asked.Count == 0)
        {
            return $"{Info.Name} cannot answer {descriptor.Id}: no train answer has any of its slots.";
        }

        return asked.Find(slot => !slots.Answers(slot.Kind)) is { } needed
            ? $"{Info.Name} cannot answer {descriptor.Id}: its slot {needed.Name} is {Say(needed.Kind)}, and the baseline {Can()}."
            : null;
    }

    /// <summary>Answers a task. What it cannot answer is a failure that says why, never a guess.</summary>
    /// <typeparam name="TSubtask">The subtask.</typeparam>
    /// <typeparam name="TAnswer">Its answer.</typeparam>
    /// <param name="task">The task.</param>
    /// <param name="cancellationToken">Ends the call early.</param>
    public Task<AnswerResult<TAnswer>> AnswerAsync<TSubtask, TAnswer>(ISubtask<TSubtask, TAnswer> task, CancellationToken cancellationToken = default)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        cancellationToken.ThrowIfCancellationRequested();
        var typed = (TSubtask)task;
        try
        {
            var label = Label<TSubtask, TAnswer>(typed, out var problem);
            return Task.FromResult(label is null ? Failed<TAnswer>(problem!.Value.Slot, problem.Value.Reason) : new AnswerResult<TAnswer>(TSubtask.Parse(typed, label), label));
        }
        catch (AnswerRefusedException error)
        {
            return Task.FromResult(Failed<TAnswer>(error.Slot, $"an answer of the baseline {Info.Name}, which {error.Reason}"));
        }
    }

    private static AnswerResult<TAnswer> Failed<TAnswer>(string? slot, string expected) =>
        new(ParseResult<TAnswer>.Failed(new ParseFailure(slot, 0, expected, "no answer")), "");

    /// <summary>What a slot holds, for messages.</summary>
    internal static string Say(AnswerSlotKind kind) => kind switch
    {
        AnswerSlotKind.Number => "a number",
        AnswerSlotKind.Set => "a value of a closed set",
        AnswerSlotKind.Choice => "a choice among candidates",
        AnswerSlotKind.Ranking => "a ranking of candidates",
        AnswerSlotKind.Date => "a date",
        AnswerSlotKind.List => "a list of values",
        _ => "a text",
    };

    private string? Label<TSubtask, TAnswer>(TSubtask task, out (string Slot, string Reason)? problem)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var json = ToJson(writer => TSubtask.WriteJson(writer, task));
        var known = evidence.Of(TSubtask.Descriptor);
        var shape = known?.Shape ?? new TaskShape(new HashSet<string>(), TaskShape.SourcesOf(TSubtask.Descriptor));
        var question = new TaskQuestion(TaskView.Of(json, shape), json, TSubtask.Descriptor.Prompt(task), known);
        var constraints = SlotsOf(TSubtask.Constrain(task)).ToDictionary(static part => part.Slot.Name, StringComparer.Ordinal);
        var values = new List<(AnswerSlot Slot, string Json)>();
        foreach (var slot in TSubtask.Descriptor.Slots.Where(slot => !slot.IsOptional || (constraints.ContainsKey(slot.Name) && question.Answers?.Has(slot) == true)))
        {
            var value = slots.Answers(slot.Kind) ? slots.Answer(new SlotQuestion(question, slot, constraints[slot.Name])) : null;
            if (value is null)
            {
                problem = (slot.Name, slots.Answers(slot.Kind) ? $"something in the train split that {Info.Name} can answer with" : $"{Say(slot.Kind)}, and the baseline {Info.Name} {Can()}");
                return null;
            }

            values.Add((slot, value));
        }

        problem = null;
        var answer = ToJson(writer => WriteAnswer(writer, values));
        return TSubtask.Descriptor.Label(task, TSubtask.ReadJson(task, answer));
    }

    private string Can()
    {
        string[] kinds = [.. Enum.GetValues<AnswerSlotKind>().Where(slots.Answers).Select(Say)];
        return $"answers only {string.Join(" or ", kinds)}";
    }

    private static void WriteAnswer(Utf8JsonWriter writer, IEnumerable<(AnswerSlot Slot, string Json)> values)
    {
        writer.WriteStartObject();
        foreach (var (slot, json) in values)
        {
            writer.WritePropertyName(slot.JsonName);
            writer.WriteRawValue(json);
        }

        writer.WriteEndObject();
    }

    internal static JsonElement ToJson(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            write(writer);
        }

        return JsonElement.Parse(bytes.WrittenSpan);
    }

    private static IEnumerable<SlotConstraint> SlotsOf(OutputConstraint part) =>
        part is NothingConstraint ? [] : part is SlotConstraint slot ? [slot] : part.Parts.SelectMany(SlotsOf);
}
