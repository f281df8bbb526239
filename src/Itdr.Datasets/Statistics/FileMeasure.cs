using Itdr.Instances;

namespace Itdr.Datasets.Statistics;

/// <summary>The lengths of one instance file in tokens.</summary>
/// <param name="Name">The file.</param>
/// <param name="Inputs">The user's turns.</param>
/// <param name="Outputs">The labels of those instances that have one.</param>
internal sealed record FileLengths(InstanceFileName Name, IReadOnlyList<int> Inputs, IReadOnlyList<int> Outputs);

/// <summary>Measures every instance of one file, whatever its subtask.</summary>
internal sealed class FileMeasure(InstanceFile file, CancellationToken cancellationToken) : ISubtaskVisitor<FileLengths>
{
    public FileLengths Visit<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var (inputs, outputs) = (new List<int>(), new List<int>());
        using var reader = file.Open(descriptor);
        while (reader.TryRead(out var instance))
        {
            cancellationToken.ThrowIfCancellationRequested();
            inputs.Add(TokenCount.Of(descriptor.UserTurn(descriptor.Prompt(instance.Task))));
            if (instance.HasAnswer)
            {
                outputs.Add(TokenCount.Of(LabelOf(descriptor, instance, reader.Line)));
            }
        }

        return new FileLengths(file.Name, inputs, outputs);
    }

    private string LabelOf<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor, Instance<TSubtask, TAnswer> instance, long line)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        try
        {
            return descriptor.Label(instance.Task, instance.Answer!);
        }
        catch (AnswerRefusedException error)
        {
            throw new DatasetFormatException(file.Path, $"the answer of {instance.Id} cannot be written as a label: {error.Message.TrimEnd('.')}", line, error);
        }
    }
}
