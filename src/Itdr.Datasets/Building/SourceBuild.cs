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
        var (sample, shares) = SampleSubjects(tables);
        var whole = new NegativePool(tables.Items, sample.RowsPerItem, job.Options.Negatives ?? NegativeSampling.Uniform) { PrefersShown = job.Options.Negatives is null };
        var pools = new NegativePools(whole);
        var evidence = new SourceEvidence(Name, tables.Items);
        var parts = shares.ConvertAll(share => new TakenPart(share.Taken, ContextOf(share, tables, pools)));
        parts = WithReviews(shares, parts, tables);
        var cells = new List<BuiltCell>();
        foreach (var cell in plan.Cells)
        {
            var ofCell = parts.Where((_, index) => shares[index].Cell == cell).ToList();
            var tally = cell.Cell.Accept(new CellBuild(ofCell, job, evidence));
            cells.Add(new BuiltCell(cell, ofCell.Sum(static part => part.Subjects.Count), tally));
        }

        evidence.Write(job.Output);
        var audits = tables.Catalogues.Concat(tables.Interactions.Audits).OrderBy(static audit => audit.File.Name, StringComparer.Ordinal);
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
    /// Takes for each part of each cell the eligible users with the smallest hashes, and reads again for more as long as one is
    /// short of them. Items are all known after the first reading.
    /// </summary>
    private (UserSample Sample, List<CellShare> Shares) SampleSubjects(SourceTables tables)
    {
        var shares = plan.Cells.SelectMany(cell => cell.Cell.Parts.Select(part => new CellShare(cell, part, cell.Cell.LimitOf(cell.Settings, job.Options.Limit)))).ToList();
        var ofUsers = shares.FindAll(static share => !share.Cell.Cell.IsOfItems);
        var counts = ofUsers.ConvertAll(static share => (long)share.Limit * FirstSurplus);
        for (List<SampledItem>? items = null; ;)
        {
            var needs = ofUsers.Select((share, index) => new SampleNeed((int)Math.Min(counts[index], Array.MaxLength), share.RowsNeeded)).DefaultIfEmpty(SampleNeed.Any(1));
            var sample = tables.Interactions.Sample([.. needs]);
            for (var index = 0; index < ofUsers.Count; index++)
            {
                var last = sample.Lasts[index];
                Take(ofUsers[index], sample.Users.TakeWhile(user => last is null || Subject.CompareSampled(user, last) <= 0), tables);
            }

            if (items is null && ofUsers.Count < shares.Count)
            {
                items = SampledItems(tables.Items, sample.RowsPerItem);
                shares.FindAll(static share => share.Cell.Cell.IsOfItems).ForEach(share => Take(share, items, tables));
            }

            var shortOnes = Enumerable.Range(0, ofUsers.Count).Where(index => ofUsers[index].Taken.Count < ofUsers[index].Limit && sample.Lasts[index] is not null).ToList();
            if (shortOnes.Count == 0)
            {
                return (sample, shares);
            }

            shortOnes.ForEach(index => counts[index] *= NextSurplus);
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

    private void Take(CellShare share, IEnumerable<Subject> sampled, SourceTables tables)
    {
        var context = ContextOf(share, tables, pools: null);
        share.Taken = [.. sampled.Select(subject => share.Part.Of(subject, tables.Items)).OfType<Subject>().Where(subject => share.Cell.Cell.IsEligible(subject, context)).Take(share.Limit)];
    }

    /// <summary>Reads the reviews that the prompts of all cells may show, in one reading.</summary>
    private static List<TakenPart> WithReviews(List<CellShare> shares, List<TakenPart> parts, SourceTables tables)
    {
        if (tables.Reviews is not { } table)
        {
            return parts;
        }

        var kept = shares.Zip(parts, static (share, part) => share.Cell.Cell.ReviewsFor(part.Subjects, part.Context)).ToList();
        var keepers = kept.OfType<KeptReviews>().ToList();
        if (keepers.Count > 0)
        {
            table.Read(
                (user, item) => keepers.Exists(keeper => keeper.Wants(user, item)),
                review => keepers.ForEach(keeper =>
                {
                    if (keeper.Wants(review.User, review.Item))
                    {
                        keeper.Add(review);
                    }
                }));
        }

        return [.. parts.Zip(kept, static (part, reviews) => part with { Context = part.Context with { Reviews = reviews } })];
    }

    private CellContext ContextOf(CellShare share, SourceTables tables, NegativePools? pools) =>
        new(share.Cell.Cell.Info.Name, share.Cell.Settings, tables.Items, tables.Users, pools?.Of(share.Part)!, job.Options.Seed) { Part = share.Part };

    /// <summary>One part of one cell, and what it takes.</summary>
    private sealed class CellShare(PlannedCell cell, CellPart part, int limit)
    {
        public PlannedCell Cell { get; } = cell;

        public CellPart Part { get; } = part;

        public int Limit { get; } = limit;

        public IReadOnlyList<RowNeed> RowsNeeded { get; } = cell.Cell.RowsNeeded(cell.Settings, part);

        public IReadOnlyList<Subject> Taken { get; set; } = [];
    }

    /// <summary>The items from which each part draws its negatives.</summary>
    private sealed class NegativePools(NegativePool whole)
    {
        private readonly Dictionary<string, NegativePool> pools = new(StringComparer.Ordinal);

        public NegativePool Of(CellPart part) =>
            part.Group is not { } group ? whole : pools.TryGetValue(group, out var known) ? known : pools[group] = whole.Within(group);
    }
}
