using Itdr.Instances;

namespace Itdr.Datasets.Exporting;

/// <summary>Renders the instances of one file as rows, whatever their subtask.</summary>
/// <param name="file">The file.</param>
/// <param name="withInstruction">Whether the fixed instruction is wanted.</param>
/// <param name="taken">The ids of the instances that are wanted, or null for all.</param>
/// <param name="write">Takes each row.</param>
/// <param name="cancellationToken">Stops the work.</param>
internal sealed class InstanceExport(
    InstanceFile file, bool withInstruction, IReadOnlySet<string>? taken, Action<ExportRow> write, CancellationToken cancellationToken)
    : ISubtaskVisitor<ExportedInstances>
{
    public ExportedInstances Visit<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var (rows, unlabelled, leftOut) = (0L, 0L, 0L);
        using var reader = file.Open(descriptor);
        while (reader.TryRead(out var instance))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!instance.HasAnswer)
            {
                unlabelled++;
            }
            else if (taken?.Contains(instance.Id) == false)
            {
                leftOut++;
            }
            else
            {
                write(Render(descriptor, instance, reader.Line));
                rows++;
            }
        }

        return new ExportedInstances(file.Name, rows, unlabelled, leftOut);
    }

    private ExportRow Render<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor, Instance<TSubtask, TAnswer> instance, long line)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        try
        {
            var label = descriptor.Label(instance.Task, instance.Answer!);
            return new ExportRow(instance.Id, file.Name.Subtask, file.Name.Source, withInstruction ? descriptor.Instruction : "", descriptor.Prompt(instance.Task), label);
        }
        catch (AnswerRefusedException error)
        {
            throw new DatasetFormatException(file.Path, $"the answer of {instance.Id} cannot be written as a label: {error.Message.TrimEnd('.')}", line, error);
        }
    }
}
