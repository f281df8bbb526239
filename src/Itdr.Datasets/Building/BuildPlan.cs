using System.Globalization;
using Itdr.Datasets.Cells;
using Itdr.Datasets.Sources;
using Itdr.Datasets.Sources.Reading;

namespace Itdr.Datasets.Building;

/// <summary>A cell that will be made.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Settings">Its thresholds.</param>
internal sealed record PlannedCell(Cell Cell, CellSettings Settings);

/// <summary>A source that will be read.</summary>
/// <param name="Source">The source.</param>
/// <param name="Folder">Where its files are.</param>
/// <param name="Cells">The cells that will be made of it; at least one.</param>
internal sealed record PlannedSource(ISource Source, SourceFolder Folder, IReadOnlyList<PlannedCell> Cells);

/// <summary>Options that were found to make sense, before anything is read or written.</summary>
internal static class BuildPlan
{

    /// <summary>Checks options, and finds the files and the cells that they name.</summary>
    /// <exception cref="DatasetException">An option cannot be followed.</exception>
    /// <returns>The sources, ordered by name.</returns>
    public static IReadOnlyList<PlannedSource> Of(BuildOptions options)
    {
        RequireNumbers(options);
        RequireSources(options);
        RequireOneValueEach(options);
        foreach (var name in options.Cells.Concat(options.Settings.Select(static setting => setting.Cell)))
        {
            CellCatalog.Require(name);
        }

        var plan = new List<PlannedSource>();
        foreach (var input in options.Sources.OrderBy(static input => input.Name, StringComparer.Ordinal))
        {
            var source = SourceCatalog.Find(input.Name);
            var cells = CellsOf(input.Name, options);
            if (cells.Count > 0)
            {
                plan.Add(new PlannedSource(source, SourceFolder.Recognise(source, input.Path), cells));
            }
        }

        RequireMade(plan, options);
        return plan;
    }

    private static List<PlannedCell> CellsOf(string source, BuildOptions options) =>
    [
        .. CellCatalog.Of(source)
            .Where(cell => options.Cells.Contains(cell.Info.Name)
                || (options.Cells.Count == 0 && (options.Extra || !cell.Info.IsExtra))
                || (options.Extra && cell.Info.IsExtra))
            .Select(cell => new PlannedCell(cell, new CellSettings(cell.Info, options.Settings))),
    ];

    private static void RequireNumbers(BuildOptions options)
    {
        if (options.Limit < 1)
        {
            throw new DatasetException(string.Create(CultureInfo.InvariantCulture, $"The limit is {options.Limit}, but a cell takes at least 1 user."));
        }

        if (options.Threads is < 1 or > BuildOptions.MostThreads)
        {
            throw new DatasetException(string.Create(
                CultureInfo.InvariantCulture, $"The number of threads is {options.Threads}, but must be from 1 to {BuildOptions.MostThreads}."));
        }

        if (options.MemoryLimit < MemoryPlan.Least)
        {
            throw new DatasetException(string.Create(
                CultureInfo.InvariantCulture, $"The memory is limited to {options.MemoryLimit} bytes, but a build needs at least {MemoryPlan.Least / 1_000_000} MB."));
        }

        if (options.MaxBadRows is < 0 or > 1)
        {
            throw new DatasetException(string.Create(
                CultureInfo.InvariantCulture, $"The fraction of bad rows is {options.MaxBadRows}, but must be from 0 to 1 (0 % to 100 %)."));
        }
    }

    private static void RequireSources(BuildOptions options)
    {
        if (options.Sources.Count == 0)
        {
            throw new DatasetException($"There is no source to build from; name one of {Phrase.List(SourceCatalog.All.Select(static info => info.Name))} with its folder.");
        }

        if (options.Sources.GroupBy(static input => input.Name).FirstOrDefault(static group => group.Count() > 1) is { } twice)
        {
            throw new DatasetException($"The source {twice.Key} is named twice; name each source once.");
        }
    }

    private static void RequireOneValueEach(BuildOptions options)
    {
        if (options.Settings.GroupBy(static setting => (setting.Cell, setting.Name)).FirstOrDefault(static group => group.Distinct().Count() > 1) is { } twice)
        {
            throw new DatasetException(string.Create(
                CultureInfo.InvariantCulture,
                $"{twice.Key.Cell}.{twice.Key.Name} is set to {Phrase.List(twice.Select(static setting => setting.Value.ToString(CultureInfo.InvariantCulture)))}; set it once."));
        }
    }

    /// <summary>Every cell that was named must be made, and so must one cell of every source.</summary>
    private static void RequireMade(List<PlannedSource> plan, BuildOptions options)
    {
        foreach (var name in options.Cells.Concat(options.Settings.Select(static setting => setting.Cell)))
        {
            if (options.Sources.All(input => input.Name != name.Source))
            {
                throw new DatasetException($"The cell {name} needs the source {name.Source}, which is not given.");
            }

            if (!plan.SelectMany(static source => source.Cells).Any(cell => cell.Cell.Info.Name == name))
            {
                throw new DatasetException($"The cell {name} has a setting but is not made; name it among the cells to make.");
            }
        }

        foreach (var input in options.Sources.Where(input => plan.All(source => source.Source.Info.Name != input.Name)))
        {
            throw new DatasetException($"No cell of the source {input.Name} is to be made; leave the source out, or name one of its cells.");
        }
    }
}
