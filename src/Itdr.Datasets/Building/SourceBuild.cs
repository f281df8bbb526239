using Itdr.Datasets.Cells;
using Itdr.Datasets.Sampling;
using Itdr.Datasets.Sources;
using Itdr.Datasets.Sources.Reading;
using Itdr.Datasets.Tables;

namespace Itdr.Datasets.Building;

/// <summary>A cell that was made.</summary>
/// <param name="Cell">The cell and its thresholds.</param>
/// <param name="Eligible">The eligible users that were taken.</param>
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

/// <summary>Reads one source and makes its cells: raw files to tables, tables to a sample of users, users to instances.</summary>
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
        var (sample, taken) = SampleUsers(tables);
        var negatives = new NegativePool(tables.Items, sample.RowsPerItem, job.Options.Negatives);
        var evidence = new SourceEvidence(Name, tables.Items);
        var cells = new List<BuiltCell>();
        for (var index = 0; index < plan.Cells.Count; index++)
        {
            var context = CellContextOf(plan.Cells[index], tables, negatives);
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

    /// <summary>Takes for each cell the eligible users with the smallest hashes, and reads again for more as long as a cell is short of them.</summary>
    private (UserSample Sample, List<List<UserHistory>> Taken) SampleUsers(SourceTables tables)
    {
        var limit = job.Options.Limit;
        for (var count = (long)limit * FirstSurplus; ; count *= NextSurplus)
        {
            var sample = tables.Interactions.Sample((int)Math.Min(count, Array.MaxLength));
            var taken = plan.Cells.Select(cell => Eligible(cell, sample, tables)).ToList();
            if (sample.IsWhole || taken.TrueForAll(users => users.Count == limit))
            {
                return (sample, taken);
            }
        }
    }

    private List<UserHistory> Eligible(PlannedCell cell, UserSample sample, SourceTables tables)
    {
        var context = CellContextOf(cell, tables, negatives: null!);
        return [.. sample.Users.Where(user => cell.Cell.IsEligible(user, context)).Take(job.Options.Limit)];
    }

    private CellContext CellContextOf(PlannedCell cell, SourceTables tables, NegativePool negatives) =>
        new(cell.Cell.Info.Name, cell.Settings, tables.Items, tables.Users, negatives, job.Options.Seed);
}
