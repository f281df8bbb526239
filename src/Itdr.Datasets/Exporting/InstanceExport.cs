using Itdr.Instances;

namespace Itdr.Datasets.Exporting;

/// <summary>Renders the instances of one file as rows, whatever their subtask.</summary>
internal sealed class InstanceExport(InstanceFile file, bool withInstruction, Func<IExportFile> target, CancellationToken cancellationToken)
    : ISubtaskVisitor<ExportedInstances>
{
    public ExportedInstances Visit<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var rows = 0L;
        var unlabelled = 0L;
        using var reader = file.Open(descriptor);
        while (reader.TryRead(out var instance))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!instance.HasAnswer)
            {
                unlabelled++;
                continue;
            }

            target().Write(Render(descriptor, instance, reader.Line));
            rows++;
        }

        return new ExportedInstances(file.Name, rows, unlabelled);
    }

    private ExportRow Render<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor, Instance<TSubtask, TAnswer> instance, long line)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        try
        {
            var label = descriptor.Label(instance.Task, instance.Answer!);
            return new ExportRow(withInstruction ? descriptor.Instruction : "", descriptor.Prompt(instance.Task), label);
        }
        catch (AnswerRefusedException error)
        {
            throw new DatasetFormatException(file.Path, $"the answer of {instance.Id} cannot be written as a label: {error.Message.TrimEnd('.')}", line, error);
        }
    }
}
