using Itdr.Datasets.Cells;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources;
using Itdr.Datasets.Tables;
using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>What one part of a cell is made of.</summary>
/// <param name="Subjects">The eligible users or items that were taken, by hash and then by id.</param>
/// <param name="Context">The cell and its data.</param>
internal sealed record TakenPart(IReadOnlyList<Subject> Subjects, CellContext Context);

/// <summary>Makes the instances of one cell and writes them, part by part and in the order of the hashes of its users or items.</summary>
/// <param name="parts">The parts of the cell; at least one.</param>
/// <param name="job">The build.</param>
/// <param name="evidence">What was never touched, for the source.</param>
internal sealed class CellBuild(IReadOnlyList<TakenPart> parts, BuildJob job, SourceEvidence evidence)
    : ICellVisitor<CellTally>
{
    /// <summary>How many instances are made before they are written, in memory and by all threads together.</summary>
    private const int BatchSize = 1024;

    private readonly CellName name = parts[0].Context.Cell;
    private readonly SplitAssignment splits = new(job.Options.Seed, job.Options.Split);
    private readonly CellTally tally = new();
    private readonly HashSet<UInt128> prompts = [];

    public CellTally Visit<TTask, TAnswer>(Cell<TTask, TAnswer> cell)
        where TTask : ISubtask<TTask, TAnswer>
    {
        using var files = new SplitFiles<TTask, TAnswer>(name, job.Output);
        var (done, total) = (0, parts.Sum(static part => part.Subjects.Count));
        foreach (var part in parts)
        {
            for (var start = 0; start < part.Subjects.Count; start += BatchSize)
            {
                job.Progress($"make {name}", done, total);
                foreach (var made in Make(cell, part, start))
                {
                    Take(made, files);
                    done++;
                }
            }
        }

        files.Complete();
        job.Progress($"make {name}", Math.Max(1, total), total);
        return tally;
    }

    private void Take<TTask, TAnswer>(MadeInstance<TTask, TAnswer> made, SplitFiles<TTask, TAnswer> files)
        where TTask : ISubtask<TTask, TAnswer>
    {
        if (made.Refusal is { } refusal)
        {
            tally.Refuse(refusal, made.Detail);
            return;
        }

        if (!prompts.Add(made.PromptHash))
        {
            tally.SamePrompt++;
            return;
        }

        var split = job.Options.SplitBy == SplitBy.User ? splits.OfUser(name.Source, made.Subject.Id) : splits.OfInstance(made.Instance.Id);
        files.Write(split, made.Instance);
        tally.Add(split, made.PromptCharacters, made.LabelCharacters);
        tally.NegativesOfOtherCategories += made.Draft.NegativesOfOtherCategories;
        if (made.Subject is UserHistory user)
        {
            evidence.Add(user, made.Draft.Negatives);
        }
    }

    private MadeInstance<TTask, TAnswer>[] Make<TTask, TAnswer>(Cell<TTask, TAnswer> cell, TakenPart part, int start)
        where TTask : ISubtask<TTask, TAnswer>
    {
        var made = new MadeInstance<TTask, TAnswer>[Math.Min(BatchSize, part.Subjects.Count - start)];
        var next = -1;
        WorkerThreads.Run([.. Enumerable.Repeat((Action)MakeSome, job.Options.Threads)]);
        return made;

        void MakeSome()
        {
            for (int index; (index = Interlocked.Increment(ref next)) < made.Length;)
            {
                job.Cancellation.ThrowIfCancellationRequested();
                made[index] = MadeInstance<TTask, TAnswer>.Of(part.Subjects[start + index], cell, part.Context);
            }
        }
    }
}
