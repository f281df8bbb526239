using Itdr.Datasets.Cells;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources;
using Itdr.Datasets.Tables;
using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>What one part of a cell is made of.</summary>
/// <param name="Subjects">The eligible users or items that were taken, by hash and then by id, with their places among all that the cell takes.</param>
/// <param name="Context">The cell and its data.</param>
internal sealed record TakenPart(IReadOnlyList<(int Place, Subject Subject)> Subjects, CellContext Context);

/// <summary>
/// Makes the instances of one cell and writes them, part by part and in the order of the hashes of its users or items, with a
/// line for what became of each.
/// </summary>
/// <param name="parts">The parts of the cell; at least one.</param>
/// <param name="job">The build.</param>
/// <param name="outcomes">Takes what became of each.</param>
internal sealed class CellBuild(IReadOnlyList<TakenPart> parts, BuildJob job, OutcomeFile outcomes)
    : ICellVisitor<IReadOnlyList<string>>
{
    /// <summary>How many instances are made before they are written, in memory and by all threads together.</summary>
    private const int BatchSize = 1024;

    private readonly CellName name = parts[0].Context.Cell;
    private readonly SplitAssignment splits = new(job.Options.Seed, job.Options.Split);
    private readonly HashSet<UInt128> prompts = [];

    /// <returns>The paths of the instance files.</returns>
    public IReadOnlyList<string> Visit<TTask, TAnswer>(Cell<TTask, TAnswer> cell)
        where TTask : ISubtask<TTask, TAnswer>
    {
        using var files = new SplitFiles<TTask, TAnswer>(name, job.Output);
        var (done, total) = (0, parts.Sum(static part => part.Subjects.Count));
        job.Progress($"make {name}", 0, total);
        foreach (var part in parts)
        {
            for (var start = 0; start < part.Subjects.Count; start += BatchSize)
            {
                var made = Make(cell, part, start);
                for (var index = 0; index < made.Length; index++)
                {
                    Take(part.Subjects[start + index].Place, made[index], part.Context, files);
                }

                job.Progress($"make {name}", done += made.Length, total);
            }
        }

        files.Complete();
        return files.Paths;
    }

    private void Take<TTask, TAnswer>(int place, MadeInstance<TTask, TAnswer> made, CellContext context, SplitFiles<TTask, TAnswer> files)
        where TTask : ISubtask<TTask, TAnswer>
    {
        var outcome = OutcomeOf(place, made, context);
        if (outcome.Split is { } split)
        {
            files.Write(split, made.Instance);
        }

        outcomes.Write(outcome);
    }

    private Outcome OutcomeOf<TTask, TAnswer>(int place, MadeInstance<TTask, TAnswer> made, CellContext context)
        where TTask : ISubtask<TTask, TAnswer>
    {
        var outcome = new Outcome(place, made.Subject.Id);
        if (made.Refusal is { } refusal)
        {
            return outcome with { Refusal = refusal, Detail = made.Detail };
        }

        outcome = outcome with { Prompt = made.PromptHash.ToString("x32", System.Globalization.CultureInfo.InvariantCulture) };
        if (!prompts.Add(made.PromptHash))
        {
            return outcome;
        }

        return outcome with
        {
            Split = job.Options.SplitBy == SplitBy.User ? splits.OfUser(name.Source, made.Subject.Id) : splits.OfInstance(made.Instance.Id),
            PromptCharacters = made.PromptCharacters,
            LabelCharacters = made.LabelCharacters,
            NegativesOfOtherCategories = made.Draft.NegativesOfOtherCategories,
            Negatives = made.Subject is UserHistory ? [.. made.Draft.Negatives.Select(item => context.Items.IdOf(item))] : [],
        };
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
                made[index] = MadeInstance<TTask, TAnswer>.Of(part.Subjects[start + index].Subject, cell, part.Context);
            }
        }
    }
}
