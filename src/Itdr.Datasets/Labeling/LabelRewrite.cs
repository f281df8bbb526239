using Itdr.Instances;

namespace Itdr.Datasets.Labeling;

/// <summary>Writes an instance file again with the labels that the journal has for it.</summary>
internal sealed class LabelRewrite(InstanceFile file, string target, string teacher, LabelJournal journal) : ISubtaskVisitor<RewrittenFile>
{
    public RewrittenFile Visit<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var (added, labelled, characters) = (0L, 0L, 0L);
        using var reader = file.Open(descriptor);
        using var stream = new FileStream(target, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 64 * 1024);
        using var writer = new InstanceWriter<TSubtask, TAnswer>(stream);
        foreach (var instance in reader.ReadAll())
        {
            var whole = instance.HasAnswer ? instance : Labelled(descriptor, instance);
            if (whole.HasAnswer)
            {
                added += instance.HasAnswer ? 0 : 1;
                labelled++;
                characters += descriptor.Label(whole.Task, whole.Answer).Length;
            }

            writer.Write(whole);
        }

        writer.Flush();
        stream.Flush(flushToDisk: true);
        return new RewrittenFile(file, added, labelled, characters);
    }

    private Instance<TSubtask, TAnswer> Labelled<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor, Instance<TSubtask, TAnswer> instance)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var key = LabelJournal.KeyOf(teacher, descriptor.UserTurn(descriptor.Prompt(instance.Task)));
        if (journal.Find(key) is not { Verdict: LabelVerdict.Label } entry)
        {
            return instance;
        }

        // A journal that somebody edited may hold anything; what is no label is left out.
        var parsed = TSubtask.Parse(instance.Task, entry.Text, ParseOptions.Strict);
        return parsed.TryGetValue(out var answer) ? instance with { Answer = answer } : instance;
    }
}

/// <summary>An instance file that was written again.</summary>
/// <param name="File">The file.</param>
/// <param name="Added">The labels that it has more.</param>
/// <param name="Labelled">The instances with a label.</param>
/// <param name="LabelCharacters">The length of all labels together.</param>
internal sealed record RewrittenFile(InstanceFile File, long Added, long Labelled, long LabelCharacters);
