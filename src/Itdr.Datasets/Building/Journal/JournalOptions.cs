using System.Globalization;
using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>The options that decide the bytes of a build, as texts that can be kept and compared.</summary>
internal static class JournalOptions
{
    /// <summary>The options of a build.</summary>
    public static IReadOnlyList<JournalOption> Of(BuildOptions options, IReadOnlyList<PlannedSource> plan) =>
    [
        new JournalOption("the version of Itdr", typeof(JournalOptions).Assembly.GetName().Version?.ToString() ?? ""),
        .. options.Sources.OrderBy(static source => source.Name, StringComparer.Ordinal).Select(static source => new JournalOption($"--source {source.Name}", Path.GetFullPath(source.Path))),
        .. plan.SelectMany(static source => source.Cells).Select(OptionOf),
        new JournalOption("--limit", options.Limit.ToString(CultureInfo.InvariantCulture)),
        new JournalOption("--seed", options.Seed.ToString(CultureInfo.InvariantCulture)),
        new JournalOption("--split", options.Split.ToString()),
        new JournalOption("--split-by", options.SplitBy == SplitBy.User ? "user" : "instance"),
        new JournalOption("--negatives", options.Negatives?.Name() ?? NegativeSamplingNames.Default),
        new JournalOption("--max-bad-rows", options.MaxBadRows.ToString(CultureInfo.InvariantCulture)),
        new JournalOption("--shard", options.Shard?.ToString() ?? "none"),
    ];

    /// <summary>Makes sure that the options are those of an earlier build.</summary>
    /// <exception cref="DatasetException">One is not.</exception>
    public static void RequireSame(IReadOnlyList<JournalOption> before, IReadOnlyList<JournalOption> now, string directory)
    {
        foreach (var name in before.Concat(now).Select(static option => option.Name).Distinct())
        {
            var (was, value) = (ValueOf(before, name), ValueOf(now, name));
            if (was != value)
            {
                throw new DatasetException(
                    $"The build in {directory} was begun with {name} {was}, and is to go on with {value}; give it the options that it was begun with, or build anew without --resume.");
            }
        }
    }

    private static JournalOption OptionOf(PlannedCell cell)
    {
        var settings = string.Join(", ", cell.Settings.Texts.Select(static pair => $"{pair.Key} {pair.Value}"));
        return new JournalOption($"the cell {cell.Cell.Info.Name}", $"[{settings}, wording {cell.Cell.Descriptor.TemplateHash[..12]}]");
    }

    private static string ValueOf(IReadOnlyList<JournalOption> options, string name) =>
        options.FirstOrDefault(option => option.Name == name)?.Value ?? "none";
}
