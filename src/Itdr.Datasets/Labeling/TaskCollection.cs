using System.Text;
using Itdr.Instances;

namespace Itdr.Datasets.Labeling;

/// <summary>Gives the instances of a file that lack a label, one at a time as they are wanted.</summary>
internal sealed class TaskCollection(InstanceFile file, LabelOptions options) : ISubtaskVisitor<IEnumerable<LabelTask>>
{
    private readonly CellName cell = new(file.Name.Subtask, file.Name.Source);

    public IEnumerable<LabelTask> Visit<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        using var reader = file.Open(descriptor);
        foreach (var instance in reader.ReadAll())
        {
            if (!instance.HasAnswer)
            {
                var task = instance.Task;
                var turn = descriptor.UserTurn(descriptor.Prompt(task));
                yield return new LabelTask(
                    cell,
                    LabelJournal.KeyOf(options.TeacherName, turn),
                    instance.Id,
                    Encoding.UTF8.GetByteCount(turn),
                    token => AskAsync(descriptor, task, token));
            }
        }
    }

    private async Task<TeacherAnswer> AskAsync<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor, TSubtask task, CancellationToken cancellationToken)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        var result = await options.Teacher.AnswerAsync(task, cancellationToken).ConfigureAwait(false);
        LabelVerdict? verdict = result.Error switch
        {
            null => null,
            AnswerError.Unreadable => LabelVerdict.Unreadable,
            AnswerError.Refused => LabelVerdict.Refused,
            AnswerError.Unfinished => LabelVerdict.Unfinished,
            AnswerError.TooLong => LabelVerdict.DoesNotFit,
            AnswerError.ControlText or AnswerError.Unanswerable => LabelVerdict.NotAsked,
            _ => null,
        };
        if (!result.Succeeded)
        {
            // A refusal in words is often no answer either; what it is matters more.
            verdict = verdict == LabelVerdict.Unreadable && RefusalWords.Begin(result.Text) ? LabelVerdict.Refused : verdict;
            return new TeacherAnswer(verdict, result.Text, result.Usage, verdict is null ? result.CallFailure : null);
        }

        return Judge(descriptor, task, result);
    }

    private TeacherAnswer Judge<TSubtask, TAnswer>(SubtaskDescriptor<TSubtask, TAnswer> descriptor, TSubtask task, AnswerResult<TAnswer> result)
        where TSubtask : ISubtask<TSubtask, TAnswer>
    {
        string label;
        try
        {
            label = descriptor.Label(task, result.Value);
        }
        catch (AnswerRefusedException)
        {
            return new TeacherAnswer(LabelVerdict.NoLabel, result.Text, result.Usage, null);
        }

        var isText = descriptor.Slots.Any(static slot => slot is TextSlot);
        if (isText && ThinkingText.After(label) is var answer && answer != label)
        {
            if (answer is null)
            {
                return new TeacherAnswer(LabelVerdict.Unfinished, result.Text, result.Usage, null);
            }

            label = answer;
        }

        var verdict = isText ? JudgeText(label) : LabelVerdict.Label;
        var readBack = TSubtask.Parse(task, label, ParseOptions.Strict);
        return verdict == LabelVerdict.Label && !readBack.Succeeded
            ? new TeacherAnswer(LabelVerdict.NoLabel, result.Text, result.Usage, null)
            : new TeacherAnswer(verdict, label, result.Usage, null);
    }

    private LabelVerdict JudgeText(string label) =>
        RefusalWords.Begin(label) ? LabelVerdict.Refused
        : label.Length < options.LeastCharacters ? LabelVerdict.TooShort
        : label.Length > options.MostCharacters ? LabelVerdict.TooLong
        : LabelVerdict.Label;
}
