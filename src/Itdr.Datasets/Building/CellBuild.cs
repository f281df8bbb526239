using Itdr.Datasets.Cells;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources;
using Itdr.Datasets.Tables;
using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>Makes the instances of one cell and writes them, in the order of the hashes of its users or items.</summary>
/// <param name="subjects">The eligible users or items that were taken, by hash and then by id.</param>
/// <param name="context">The cell and its data.</param>
/// <param name="job">The build.</param>
/// <param name="evidence">What was never touched, for the source.</param>
internal sealed class CellBuild(IReadOnlyList<Subject> subjects, CellContext context, BuildJob job, SourceEvidence evidence)
    : ICellVisitor<CellTally>
{
    /// <summary>How many instances are made before they are written, in memory and by all threads together.</summary>
    private const int BatchSize = 1024;

    public CellTally Visit<TTask, TAnswer>(Cell<TTask, TAnswer> cell)
        where TTask : ISubtask<TTask, TAnswer>
    {
        var tally = new CellTally();
        var prompts = new HashSet<UInt128>();
        using var files = new SplitFiles<TTask, TAnswer>(context.Cell, job.Output);
        var splits = new SplitAssignment(job.Options.Seed, job.Options.Split);
        for (var done = 0; done < subjects.Count; done += BatchSize)
        {
            job.Progress($"make {context.Cell}", done, subjects.Count);
            foreach (var made in Make(cell, done))
            {
                if (made.Refusal is { } refusal)
                {
                    tally.Refuse(refusal, made.Detail);
                }
                else if (!prompts.Add(made.PromptHash))
                {
                    tally.SamePrompt++;
                }
                else
                {
                    var split = job.Options.SplitBy == SplitBy.User
                        ? splits.OfUser(context.Cell.Source, made.Subject.Id)
                        : splits.OfInstance(made.Instance.Id);
                    files.Write(split, made.Instance);
                    tally.Add(split, made.PromptCharacters, made.LabelCharacters);
                    tally.NegativesOfOtherCategories += made.Draft.NegativesOfOtherCategories;
                    if (made.Subject is UserHistory user)
                    {
                        evidence.Add(user, made.Draft.Negatives);
                    }
                }
            }
        }

        files.Complete();
        job.Progress($"make {context.Cell}", Math.Max(1, subjects.Count), subjects.Count);
        return tally;
    }

    private MadeInstance<TTask, TAnswer>[] Make<TTask, TAnswer>(Cell<TTask, TAnswer> cell, int start)
        where TTask : ISubtask<TTask, TAnswer>
    {
        var made = new MadeInstance<TTask, TAnswer>[Math.Min(BatchSize, subjects.Count - start)];
        var next = -1;
        WorkerThreads.Run([.. Enumerable.Repeat((Action)MakeSome, job.Options.Threads)]);
        return made;

        void MakeSome()
        {
            for (int index; (index = Interlocked.Increment(ref next)) < made.Length;)
            {
                job.Cancellation.ThrowIfCancellationRequested();
                made[index] = MadeInstance<TTask, TAnswer>.Of(subjects[start + index], cell, context);
            }
        }
    }
}
