using Itdr.Datasets.Cells;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Building;

/// <summary>Reads one source and makes its cells: raw files to tables, tables to a sample of users and items, these to instances.</summary>
internal sealed class SourceBuild(PlannedSource plan, BuildJob job, BuildJournal journal)
{
    /// <summary>Cells take no more users than the limit, but some of those sampled are not eligible.</summary>
    private const int FirstSurplus = 2;

    private const int NextSurplus = 4;

    /// <summary>To count the users of these takes one reading, as it does for one.</summary>
    private const int LeastItemsCounted = 1000;

    private const int MostItemsCounted = 1_000_000;

    private string Name => plan.Source.Info.Name;

    /// <summary>Does it, unless it was done before the build was stopped.</summary>
    public BuiltSource Run()
    {
        if (journal.FindSource(Name, plan.Cells.Select(static cell => cell.Cell.Info.Name)) is { } finished)
        {
            var known = plan.Cells.Select(cell => new BuiltCell(cell, TallyOf(cell.Cell.Info.Name, static _ => { }))).ToList();
            return new BuiltSource(plan.Source.Info, finished.Recognised, finished.Read, known);
        }

        var raw = RawFileState.Under(job.Options.Sources.First(source => source.Name == Name).Path).ToList();
        using var tables = plan.Source.Open(plan.Folder, Context());
        var (sample, shares) = SampleSubjects(tables);
        CountUnlisted(sample, tables);
        job.Progress($"sample {Name}", 0, 1);
        var whole = new NegativePool(tables.Items, sample.RowsPerItem, job.Options.Negatives ?? NegativeSampling.Uniform) { PrefersShown = job.Options.Negatives is null };
        var pools = new NegativePools(whole);
        var evidence = new SourceEvidence(Name, tables.Items, sample.Users);
        var parts = WithReviews(shares, PartsOf(shares, tables, pools), tables);
        var cells = new List<BuiltCell>();
        foreach (var cell in plan.Cells)
        {
            Make(cell, parts.Where((_, index) => shares[index].Cell == cell).ToList(), tables);
            cells.Add(new BuiltCell(cell, TallyOf(cell.Cell.Info.Name, evidence.Add)));
        }

        var files = evidence.Write(job.Output);
        var read = Audits(tables).OrderBy(static audit => audit.File.Name, StringComparer.Ordinal).Select(ReadFile.Of);
        var built = new BuiltSource(plan.Source.Info, plan.Folder.Recognised, [.. read], cells);
        journal.FinishSource(Name, built, raw, files);
        return built;
    }

    /// <summary>Counts the sampled users of whom the user file says nothing. No row of theirs is at fault, so none is named.</summary>
    private static void CountUnlisted(UserSample sample, SourceTables tables)
    {
        var unlisted = tables.Users.HasUsers ? sample.Users.Where(user => tables.Users.Find(user.Id) is null).ToList() : [];
        if (unlisted.Count > 0)
        {
            tables.Interactions.Audits[0].Set(RowFault.UnlistedUser, unlisted.Count, line: 0, $"user {unlisted[0].Id}");
        }
    }

    private static IEnumerable<FileAudit> Audits(SourceTables tables) => tables.Catalogues.Concat(tables.Interactions.Audits);

    /// <summary>What each part of each cell takes, numbered through the cell, and of that what belongs to the shard.</summary>
    private List<TakenPart> PartsOf(List<CellShare> shares, SourceTables tables, NegativePools pools)
    {
        var places = plan.Cells.ToDictionary(static cell => cell, static _ => 0);
        return shares.ConvertAll(share =>
        {
            var numbered = share.Taken.Select(subject => (Place: places[share.Cell]++, Subject: subject)).ToList();
            return new TakenPart(numbered.FindAll(taken => job.Options.Shard?.Holds(taken.Subject.Hash) != false), ContextOf(share, tables, pools));
        });
    }

    /// <summary>Makes the instances of a cell, unless they were made of the same raw files before the build was stopped.</summary>
    private void Make(PlannedCell cell, List<TakenPart> parts, SourceTables tables)
    {
        var name = cell.Cell.Info.Name;
        var read = Audits(tables).Select(static audit => audit.File).Where(static file => file.Sha256 is not null).Select(static file => new RawContent(file.Name, file.Sha256!)).ToList();
        if (journal.FindCell(name) is { } finished)
        {
            if (finished.Read.Except(read).FirstOrDefault() is { } changed)
            {
                throw journal.Changed(changed.Name);
            }

            return;
        }

        IReadOnlyList<string> files;
        using (var outcomes = new OutcomeFile(journal.PathOf(OutcomeFile.NameOf(name))))
        {
            files = cell.Cell.Accept(new CellBuild(parts, job, outcomes));
            outcomes.Complete();
        }

        journal.FinishCell(name, read, files);
    }

    /// <summary>Counts what became of the users or items of a finished cell.</summary>
    private CellTally TallyOf(CellName cell, Action<Outcome> see)
    {
        var tally = new CellTally();
        var file = OutcomeFile.NameOf(cell);
        foreach (var outcome in OutcomeFile.Read(journal.PathOf(file), file))
        {
            tally.Count(outcome);
            see(outcome);
        }

        return tally;
    }

    private ReadContext Context() => new(
        job.Options.Seed,
        MemoryPlan.Reading(job.Options.MemoryLimit),
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
        for (var hasItems = false; ;)
        {
            var needs = ofUsers.Select((share, index) => new SampleNeed((int)Math.Min(counts[index], Array.MaxLength), share.RowsNeeded)).DefaultIfEmpty(SampleNeed.Any(1));
            var sample = tables.Interactions.Sample([.. needs]);
            for (var index = 0; index < ofUsers.Count; index++)
            {
                var last = sample.Lasts[index];
                Take(ofUsers[index], sample.Users.TakeWhile(user => last is null || Subject.CompareSampled(user, last) <= 0), tables);
            }

            if (!hasItems && ofUsers.Count < shares.Count)
            {
                var items = new SampledItems(tables.Items, sample.RowsPerItem, new SampleHash(job.Options.Seed, Name));
                shares.FindAll(static share => share.Cell.Cell.IsOfItems).ForEach(share => Take(share, items.Of(share.Part.Group), tables));
            }

            hasItems = true;

            var shortOnes = Enumerable.Range(0, ofUsers.Count).Where(index => ofUsers[index].Taken.Count < ofUsers[index].Limit && sample.Lasts[index] is not null).ToList();
            if (shortOnes.Count == 0)
            {
                return (sample, shares);
            }

            shortOnes.ForEach(index => counts[index] *= NextSurplus);
        }
    }

    private void Take(CellShare share, IEnumerable<Subject> sampled, SourceTables tables)
    {
        var context = ContextOf(share, tables, pools: null);
        var eligible = sampled.Select(subject => share.Part.Of(subject, tables.Items)).OfType<Subject>().Where(subject => share.Cell.Cell.IsEligible(subject, context));
        if (share.Cell.Cell.IsOfItems)
        {
            // By its users an item may fall short that did not by its rows.
            eligible = WithUsers(eligible.Cast<SampledItem>(), tables.Interactions, share.Limit).Where(item => share.Cell.Cell.IsEligible(item, context));
        }

        share.Taken = [.. eligible.Take(share.Limit)];
    }

    /// <summary>Counts the users of items in place of their rows, for as many items at a time as are likely to be enough.</summary>
    private static IEnumerable<SampledItem> WithUsers(IEnumerable<SampledItem> items, IInteractionTable interactions, int limit)
    {
        foreach (var some in items.Chunk(Math.Clamp(limit, LeastItemsCounted, MostItemsCounted)))
        {
            var users = interactions.UsersOf(some.Select(static item => item.Index));
            foreach (var item in some)
            {
                yield return users is null ? item : item with { Rows = users[item.Index] };
            }
        }
    }

    /// <summary>Reads the reviews that the prompts of all cells may show, in one reading.</summary>
    private static List<TakenPart> WithReviews(List<CellShare> shares, List<TakenPart> parts, SourceTables tables)
    {
        if (tables.Reviews is not { } table)
        {
            return parts;
        }

        var kept = shares.Zip(parts, static (share, part) => share.Cell.Cell.ReviewsFor([.. part.Subjects.Select(static taken => taken.Subject)], part.Context)).ToList();
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
