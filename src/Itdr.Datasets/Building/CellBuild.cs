using Itdr.Datasets.Cells;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources;
using Itdr.Datasets.Tables;
using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>Makes the instances of one cell and writes them, in the order of the users' hashes.</summary>
/// <param name="users">The eligible users that were taken, by hash and then by id.</param>
/// <param name="context">The cell and its data.</param>
/// <param name="job">The build.</param>
/// <param name="evidence">What was never touched, for the source.</param>
internal sealed class CellBuild(IReadOnlyList<UserHistory> users, CellContext context, BuildJob job, SourceEvidence evidence)
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
        for (var done = 0; done < users.Count; done += BatchSize)
        {
            job.Progress($"make {context.Cell}", done, users.Count);
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
                        ? splits.OfUser(context.Cell.Source, made.User.Id)
                        : splits.OfInstance(made.Instance.Id);
                    files.Write(split, made.Instance);
                    tally.Add(split, made.PromptCharacters, made.LabelCharacters);
                    tally.NegativesOfOtherCategories += made.Draft.NegativesOfOtherCategories;
                    evidence.Add(made.User, made.Draft.Negatives);
                }
            }
        }

        files.Complete();
        job.Progress($"make {context.Cell}", Math.Max(1, users.Count), users.Count);
        return tally;
    }

    private MadeInstance<TTask, TAnswer>[] Make<TTask, TAnswer>(Cell<TTask, TAnswer> cell, int start)
        where TTask : ISubtask<TTask, TAnswer>
    {
        var made = new MadeInstance<TTask, TAnswer>[Math.Min(BatchSize, users.Count - start)];
        var next = -1;
        WorkerThreads.Run([.. Enumerable.Repeat((Action)MakeSome, job.Options.Threads)]);
        return made;

        void MakeSome()
        {
            for (int index; (index = Interlocked.Increment(ref next)) < made.Length;)
            {
                job.Cancellation.ThrowIfCancellationRequested();
                made[index] = MadeInstance<TTask, TAnswer>.Of(users[start + index], cell, context);
            }
        }
    }
}
