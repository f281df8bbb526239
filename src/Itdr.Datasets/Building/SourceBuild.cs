using Itdr.Datasets.Cells;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Building;

/// <summary>A cell that was made.</summary>
/// <param name="Cell">The cell and its thresholds.</param>
/// <param name="Eligible">The eligible users or items that were taken.</param>
/// <param name="Tally">What came of them.</param>
internal sealed record BuiltCell(PlannedCell Cell, int Eligible, CellTally Tally);

/// <summary>A source that was read and made into cells.</summary>
/// <param name="Plan">What was planned.</param>
/// <param name="Audits">What was read, a file each, ordered by name.</param>
/// <param name="Cells">What was made.</param>
internal sealed record BuiltSource(PlannedSource Plan, IReadOnlyList<FileAudit> Audits, IReadOnlyList<BuiltCell> Cells)
{
    /// <summary>What was read, for the report.</summary>
    public SourceReport ToReport() =>
        new(Plan.Source.Info.Name, Plan.Folder.Recognised, [.. Audits.Select(static audit => audit.ToReport())]);
}

/// <summary>Reads one source and makes its cells: raw files to tables, tables to a sample of users and items, these to instances.</summary>
internal sealed class SourceBuild(PlannedSource plan, BuildJob job)
{
    /// <summary>Cells take no more users than the limit, but some of those sampled are not eligible.</summary>
    private const int FirstSurplus = 2;

    private const int NextSurplus = 4;

    private string Name => plan.Source.Info.Name;

    /// <summary>Does it.</summary>
    public BuiltSource Run()
    {
        using var tables = plan.Source.Open(plan.Folder, Context());
        var (sample, taken) = SampleSubjects(tables);
        var negatives = new NegativePool(tables.Items, sample.RowsPerItem, job.Options.Negatives);
        var evidence = new SourceEvidence(Name, tables.Items);
        var cells = new List<BuiltCell>();
        for (var index = 0; index < plan.Cells.Count; index++)
        {
            var context = CellContextOf(plan.Cells[index], tables, negatives) with { Reviews = ReviewsOf(plan.Cells[index], taken[index], tables) };
            var tally = plan.Cells[index].Cell.Accept(new CellBuild(taken[index], context, job, evidence));
            cells.Add(new BuiltCell(plan.Cells[index], taken[index].Count, tally));
        }

        evidence.Write(job.Output);
        var audits = tables.Catalogues.Append(tables.Interactions.Audit!).OrderBy(static audit => audit.File.Name, StringComparer.Ordinal);
        return new BuiltSource(plan, [.. audits], cells);
    }

    private ReadContext Context() => new(
        job.Options.Seed,
        job.Options.MemoryLimit,
        job.Options.Threads,
        job.Options.MaxBadRows,
        Path.Combine(job.Output.PartialDirectory, DatasetBuilder.SpillFolder),
        (file, done, total) => job.Progress($"read {file} of {Name}", done, total),
        job.Cancellation);

    /// <summary>
    /// Takes for each cell the eligible users with the smallest hashes, and reads again for more as long as a cell is short of
    /// them. Items are all known after the first reading.
    /// </summary>
    private (UserSample Sample, List<List<Subject>> Taken) SampleSubjects(SourceTables tables)
    {
        var limit = job.Options.Limit;
        for (var count = (long)limit * FirstSurplus; ; count *= NextSurplus)
        {
            var sample = tables.Interactions.Sample((int)Math.Min(count, Array.MaxLength));
            var items = plan.Cells.Any(static cell => cell.Cell.IsOfItems) ? SampledItems(tables.Items, sample.RowsPerItem) : [];
            var taken = plan.Cells.Select(cell => Eligible(cell, cell.Cell.IsOfItems ? items : sample.Users, tables)).ToList();
            if (sample.IsWhole || plan.Cells.Zip(taken).All(pair => pair.First.Cell.IsOfItems || pair.Second.Count == limit))
            {
                return (sample, taken);
            }
        }
    }

    /// <summary>All items of the source, in the order of sampling.</summary>
    private List<SampledItem> SampledItems(ItemTable items, IReadOnlyList<long> rowsPerItem)
    {
        var hash = new SampleHash(job.Options.Seed, Name);
        var sampled = Enumerable.Range(0, items.Count)
            .Select(index => new SampledItem(items[index].Id, hash.Of(items[index].Id), index, rowsPerItem[index])).ToList();
        sampled.Sort(Subject.CompareSampled);
        return sampled;
    }

    private List<Subject> Eligible(PlannedCell cell, IReadOnlyList<Subject> sampled, SourceTables tables)
    {
        var context = CellContextOf(cell, tables, negatives: null!);
        return [.. sampled.Where(subject => cell.Cell.IsEligible(subject, context)).Take(job.Options.Limit)];
    }

    /// <summary>Reads the reviews that the prompts of a cell may show.</summary>
    private static ItemReviews ReviewsOf(PlannedCell cell, List<Subject> taken, SourceTables tables)
    {
        var reviews = cell.Cell.NewReviews(cell.Settings);
        if (reviews != ItemReviews.None && tables.Reviews is { } table)
        {
            table.ReadOf(taken.OfType<SampledItem>().Select(static item => item.Index).ToHashSet(), reviews.Add);
        }

        return reviews;
    }

    private CellContext CellContextOf(PlannedCell cell, SourceTables tables, NegativePool negatives) =>
        new(cell.Cell.Info.Name, cell.Settings, tables.Items, tables.Users, negatives, job.Options.Seed);
}
