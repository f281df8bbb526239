namespace Itdr.Instances;

/// <summary>
/// Writes an instance file: one object a line, <c>{"id":…,"user":…,"task":{…},"answer":{…},"relevance":[…]}</c>,
/// where what an instance lacks is left out. The stream stays open and belongs to the caller; call
/// <see cref="Flush"/> at the end.
/// </summary>
/// <typeparam name="TSubtask">The subtask.</typeparam>
/// <typeparam name="TAnswer">Its answer.</typeparam>
/// <param name="stream">Where the bytes go.</param>
public sealed class InstanceWriter<TSubtask, TAnswer>(Stream stream) : IDisposable
    where TSubtask : ISubtask<TSubtask, TAnswer>
{
    private readonly JsonLinesWriter lines = new(stream);

    /// <summary>Writes one instance.</summary>
    /// <param name="instance">The instance.</param>
    /// <exception cref="AnswerRefusedException">The answer ranks or chooses what is not among the task's candidates; nothing of the line is written.</exception>
    public void Write(Instance<TSubtask, TAnswer> instance)
    {
        try
        {
            WriteObject(instance);
        }
        catch (AnswerRefusedException)
        {
            lines.AbandonLine();
            throw;
        }

        lines.EndLine();
    }

    /// <summary>Hands everything written to the stream.</summary>
    public void Flush() => lines.Flush();

    /// <summary>Gives the writer back; what was not flushed is lost.</summary>
    public void Dispose() => lines.Dispose();

    private void WriteObject(Instance<TSubtask, TAnswer> instance)
    {
        var json = lines.Json;
        json.WriteStartObject();
        json.WriteString(InstanceFields.Id, instance.Id);
        WriteOptional(InstanceFields.User, instance.User);
        WriteOptional(InstanceFields.Item, instance.Item);
        json.WritePropertyName(InstanceFields.Task);
        TSubtask.WriteJson(json, instance.Task);
        if (instance.HasAnswer)
        {
            json.WritePropertyName(InstanceFields.Answer);
            TSubtask.WriteJson(json, instance.Task, instance.Answer);
        }

        WriteRelevance(instance.Relevance);
        json.WriteEndObject();
    }

    private void WriteOptional(string name, string? value)
    {
        if (value is not null)
        {
            lines.Json.WriteString(name, value);
        }
    }

    private void WriteRelevance(IReadOnlyList<double> relevance)
    {
        if (relevance.Count == 0)
        {
            return;
        }

        lines.Json.WriteStartArray(InstanceFields.Relevance);
        foreach (var value in relevance)
        {
            lines.Json.WriteNumberValue(value);
        }

        lines.Json.WriteEndArray();
    }
}
