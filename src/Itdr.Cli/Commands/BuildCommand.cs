using System.CommandLine;
using Itdr.Cli.Parsing;
using Itdr.Cli.Terminal;
using Itdr.Datasets;
using Itdr.Instances;

namespace Itdr.Cli.Commands;

/// <summary><c>itdr build</c>: a dataset folder from raw files.</summary>
internal sealed class BuildCommand : Command
{
    private static readonly BuildOptions Defaults = new() { Sources = [], Output = "" };

    private readonly Screen screen;
    private readonly CancellationToken cancellationToken;
    private readonly Option<SourceInput[]> sources = OptionOf.Values("--source", "NAME=PATH", "A source and the folder or archive of its raw files; may be given several times.", SourceInput.Parse);
    private readonly Option<CellName[]> cells = OptionOf.Values("--cell", "SUBTASK/SOURCE", "Make only this cell; may be given several times.", CellName.Parse);
    private readonly Option<bool> extra = OptionOf.Flag("--extra", "Make the extra cells of the sources too.");
    private readonly Option<string?> output = OptionOf.Value("--out", "DIR", "The folder for the dataset; absent or empty.", static text => text);
    private readonly Option<int?> limit = OptionOf.Value<int?>("--limit", "N", "The most users that a cell takes.", static text => Quantities.Count(text, least: 1), $"{Defaults.Limit}");
    private readonly Option<long?> seed = OptionOf.Value<long?>("--seed", "S", "What decides everything drawn.", static text => Quantities.Whole(text, long.MinValue), $"{Defaults.Seed}");
    private readonly Option<SplitRatio?> split = OptionOf.Value("--split", "A:B:C", "The shares of train, val and test.", SplitRatio.Parse, $"{Defaults.Split}");
    private readonly Option<SplitBy?> splitBy = OptionOf.Value<SplitBy?>("--split-by", "user|instance", "Whether all instances of a user share a split.", static text => ParseSplitBy(text), "user");
    private readonly Option<NegativeSampling?> negatives = OptionOf.Value<NegativeSampling?>(
        "--negatives", string.Join('|', NegativeSamplingNames.All.Select(static way => way.Name())), "How negatives are drawn.", static text => NegativeSamplingNames.Parse(text), "as the cell says");

    private readonly Option<CellSetting[]> settings = OptionOf.Values("--set", "CELL.NAME=VALUE", "A threshold of a cell; itdr list cells names them. May be given several times.", CellSetting.Parse);
    private readonly Option<long?> memory = OptionOf.Value<long?>("--memory", "SIZE", "The memory that the build keeps to, at least 256MB.", static text => Quantities.Size(text), "2GB");
    private readonly Option<int?> threads = OptionOf.Value<int?>("--threads", "N", $"How many threads work, 1 to {BuildOptions.MostThreads}; it does not change the result.", static text => Quantities.Between(text, 1, BuildOptions.MostThreads), "one a core");
    private readonly Option<decimal?> maxBadRows = OptionOf.Value<decimal?>("--max-bad-rows", "SHARE", "The share of a file's rows that may be bad.", static text => Quantities.Fraction(text), "0.1%");
    private readonly Option<BuildShard?> shard = OptionOf.Value("--shard", "I/N", "Make only the part I of N, counted from 0; itdr merge puts the parts together.", BuildShard.Parse);
    private readonly Option<bool> resume = OptionOf.Flag("--resume", "Go on with a build that was killed, with the same options.");
    private readonly Option<bool> json = OptionOf.Flag("--json", "Write what was built as JSON.");

    public BuildCommand(Screen screen, CancellationToken cancellationToken)
        : base("build", "Build a dataset folder from raw files.")
    {
        this.screen = screen;
        this.cancellationToken = cancellationToken;
        sources.Required = true;
        output.Required = true;
        foreach (var option in new Option[] { sources, cells, extra, output, limit, seed, split, splitBy, negatives, settings, memory, threads, maxBadRows, shard, resume, json })
        {
            Add(option);
        }

        SetAction(Run);
    }

    private static SplitBy ParseSplitBy(string text) => text switch
    {
        "user" => SplitBy.User,
        "instance" => SplitBy.Instance,
        _ => throw new UsageException($"{text} is neither user nor instance"),
    };

    private int Run(ParseResult parsed)
    {
        var options = Read(parsed);
        var report = screen.Watch<BuildProgress, BuildReport>(
            static progress => new WorkStep(progress.Stage, progress.Done, progress.Total),
            progress => DatasetBuilder.Build(options, progress, cancellationToken));
        if (parsed.GetValue(json))
        {
            JsonText.Write(screen.Out, BuildScreen.ForPrograms(report));
        }
        else
        {
            BuildScreen.Show(screen, report, options.Output);
        }

        return report.Instances > 0 ? ExitCode.Done : ExitCode.Findings;
    }

    private BuildOptions Read(ParseResult parsed)
    {
        var options = new BuildOptions
        {
            Sources = parsed.GetValue(sources)!,
            Cells = parsed.GetValue(cells) ?? [],
            Extra = parsed.GetValue(extra),
            Output = parsed.GetValue(output)!,
            Limit = parsed.GetValue(limit) ?? Defaults.Limit,
            Seed = parsed.GetValue(seed) ?? Defaults.Seed,
            Split = parsed.GetValue(split) ?? Defaults.Split,
            SplitBy = parsed.GetValue(splitBy) ?? Defaults.SplitBy,
            Negatives = parsed.GetValue(negatives),
            Settings = parsed.GetValue(settings) ?? [],
            MemoryLimit = parsed.GetValue(memory) ?? Defaults.MemoryLimit,
            Threads = parsed.GetValue(threads) ?? Defaults.Threads,
            MaxBadRows = parsed.GetValue(maxBadRows) ?? Defaults.MaxBadRows,
            Shard = parsed.GetValue(shard),
            Resume = parsed.GetValue(resume),
        };
        RequireKnownNames(options);
        return options;
    }

    /// <summary>Refuses names that do not exist with the name that was meant; the build itself only lists all there are.</summary>
    private static void RequireKnownNames(BuildOptions options)
    {
        string[] known = [.. SourceCatalog.All.Select(static source => source.Name)];
        if (options.Sources.FirstOrDefault(source => !known.Contains(source.Name)) is { } source)
        {
            throw Suggestion.Unknown("source", source.Name, known);
        }

        string[] knownCells = [.. CellCatalog.All.Select(static cell => cell.Name.ToString())];
        var named = options.Cells.Concat(options.Settings.Select(static setting => setting.Cell));
        if (named.FirstOrDefault(cell => !knownCells.Contains(cell.ToString())) is { } cell)
        {
            throw Suggestion.Unknown("cell", cell.ToString(), knownCells);
        }
    }
}
