using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Itdr.Instances;

/// <summary>Reads an instance file, one instance at a time. Every error names the file, the line and the field.</summary>
/// <typeparam name="TSubtask">The subtask.</typeparam>
/// <typeparam name="TAnswer">Its answer.</typeparam>
/// <param name="stream">The bytes; it is disposed with the reader.</param>
/// <param name="file">The name of the file in messages.</param>
public sealed class InstanceReader<TSubtask, TAnswer>(Stream stream, string file) : IDisposable
    where TSubtask : ISubtask<TSubtask, TAnswer>
{
    private static readonly string? Candidates = CandidateList.JsonNameOf(TSubtask.Descriptor);

    private readonly JsonLinesReader lines = new(stream, file);

    /// <summary>The name of the file in messages.</summary>
    public string File => lines.File;

    /// <summary>The number of the line that was read last, from 1.</summary>
    public long Line => lines.Line;

    /// <summary>The task that was read last, as JSON; valid until the next call of <see cref="TryRead"/>.</summary>
    public JsonElement TaskJson => lines.Root.GetProperty(InstanceFields.Task);

    /// <summary>The answer that was read last, as JSON, or null if the instance has none; valid until the next call of <see cref="TryRead"/>.</summary>
    public JsonElement? AnswerJson => lines.Root.TryGetProperty(InstanceFields.Answer, out var answer) && answer.ValueKind != JsonValueKind.Null ? answer : null;

    /// <summary>Reads the next instance.</summary>
    /// <param name="instance">The instance.</param>
    /// <returns>False at the end of the file.</returns>
    /// <exception cref="DatasetFormatException">The line is not an instance of this subtask.</exception>
    public bool TryRead([NotNullWhen(true)] out Instance<TSubtask, TAnswer>? instance)
    {
        instance = null;
        if (!lines.Read())
        {
            return false;
        }

        try
        {
            instance = ReadInstance(lines.Root);
        }
        catch (JsonException error)
        {
            throw lines.Error(error.Message, error);
        }

        return true;
    }

    /// <summary>Reads all instances that are left.</summary>
    /// <exception cref="DatasetFormatException">A line is not an instance of this subtask.</exception>
    public IEnumerable<Instance<TSubtask, TAnswer>> ReadAll()
    {
        while (TryRead(out var instance))
        {
            yield return instance;
        }
    }

    /// <summary>Closes the stream.</summary>
    public void Dispose() => lines.Dispose();

    private static Instance<TSubtask, TAnswer> ReadInstance(JsonElement line)
    {
        var fields = new JsonInput(line).Fields(
            InstanceFields.Id,
            InstanceFields.User,
            InstanceFields.Item,
            InstanceFields.Task,
            InstanceFields.Answer,
            InstanceFields.Relevance);
        var id = fields.Read(InstanceFields.Id, static value => value.Text());
        fields.Read(InstanceFields.Task, static value => value);
        var taskJson = line.GetProperty(InstanceFields.Task);
        var task = fields.Read(InstanceFields.Task, _ => TSubtask.ReadJson(taskJson));
        var instance = new Instance<TSubtask, TAnswer>(id, task)
        {
            User = fields.ReadOptional(InstanceFields.User, static value => value.Text()),
            Item = fields.ReadOptional(InstanceFields.Item, static value => value.Text()),
            Relevance = fields.ReadOptional(InstanceFields.Relevance, value => ReadRelevance(value, taskJson)) ?? [],
        };
        return line.TryGetProperty(InstanceFields.Answer, out var answer) && answer.ValueKind != JsonValueKind.Null
            ? instance with { Answer = fields.Read(InstanceFields.Answer, _ => TSubtask.ReadJson(task, answer)) }
            : instance;
    }

    private static double[] ReadRelevance(JsonInput json, JsonElement task)
    {
        var relevance = json.List(static value =>
            value.Number<double>() is >= 0 and < double.PositiveInfinity and var number ? number : throw value.Error("a number from 0 up"));
        if (Candidates is null)
        {
            throw json.Error("no field, since the subtask has no candidates");
        }

        var candidates = task.GetProperty(Candidates).GetArrayLength();
        return relevance.Length == candidates
            ? relevance
            : throw json.Error($"{candidates} numbers, one for each of {Candidates}");
    }
}
