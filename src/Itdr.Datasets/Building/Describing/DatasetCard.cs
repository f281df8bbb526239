using System.Globalization;
using Itdr.Datasets.Statistics;
using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>Writes <c>README.md</c>: the dataset card, in the form that the Hugging Face hub reads.</summary>
internal static class DatasetCard
{
    /// <summary>Writes it.</summary>
    public static void Write(BuildJob job, IReadOnlyList<BuiltSource> sources)
    {
        using var text = new StreamWriter(job.Output.CreateFile("README.md")) { NewLine = "\n" };
        var cells = BuiltCells.InOrder(sources).ToList();
        CardFrontMatter.Write(text, cells);
        text.WriteLine("# Recommendation instructions");
        text.WriteLine();
        if (job.Options.Shard is { } shard)
        {
            text.WriteLine($"**This is the shard {shard} of a dataset, not the whole; `itdr merge` puts all shards together.**");
            text.WriteLine();
        }

        text.WriteLine("Instances of recommendation subtasks in the manner of ITDR (arXiv 2508.05667), built by Itdr from the sources below.");
        text.WriteLine("One line of a file is one typed instance: id, user, task, answer and the relevance of each candidate. Prompts and labels are");
        text.WriteLine("rendered from them by `itdr export` and `itdr render`. `manifest.json` has the hashes of everything, `statistics.csv` the lengths.");
        WriteCells(text, cells);
        WriteThresholds(text, cells);
        WriteRules(text, job.Options);
        WriteSources(text, sources);
    }

    private static void WriteCells(StreamWriter text, List<BuiltCell> cells)
    {
        text.WriteLine();
        text.WriteLine("## Cells");
        text.WriteLine();
        text.WriteLine("| subtask | source | train | val | test | refused | same prompt | in the paper |");
        text.WriteLine("|---|---|---:|---:|---:|---:|---:|---:|");
        foreach (var cell in cells)
        {
            var report = cell.ToReport();
            var counts = SplitNames.All.Select(split => report.Splits[split]).Append(report.RefusedInstances).Append(report.SamePrompt);
            var paper = PaperCells.ExamplesOf(report.Cell) is { } examples ? Number(examples) : "no such cell";
            text.WriteLine($"| {report.Cell.Subtask} | {report.Cell.Source} | {string.Join(" | ", counts.Select(Number))} | {paper} |");
        }

        WriteShortfalls(text, cells);
    }

    /// <summary>Cells with fewer instances than the paper's say so, since nothing is ever padded; and cells without labels do.</summary>
    private static void WriteShortfalls(StreamWriter text, List<BuiltCell> cells)
    {
        var fewer = cells.Select(static cell => (cell.Name, Have: cell.ToReport().Instances, Paper: PaperCells.ExamplesOf(cell.Name))).Where(static cell => cell.Have < cell.Paper).ToList();
        if (fewer.Count > 0)
        {
            text.WriteLine();
            text.WriteLine($"Fewer than in the paper, and not padded: {Phrase.List(fewer.Select(static cell => $"{cell.Name} ({Number(cell.Have)} of {Number(cell.Paper!.Value)})"))}.");
        }

        var unlabelled = cells.Where(static cell => cell.Tally.Unlabelled > 0).ToList();
        if (unlabelled.Count > 0)
        {
            text.WriteLine();
            text.WriteLine($"Built without labels, which come from a teacher model alone (`itdr label`); an instance that has none stays out of training files: {Phrase.List(unlabelled.Select(static cell => $"{cell.Name} ({Number(cell.Tally.Unlabelled)})"))}.");
        }
    }

    private static void WriteThresholds(StreamWriter text, List<BuiltCell> cells)
    {
        text.WriteLine();
        text.WriteLine("## Who is eligible");
        text.WriteLine();
        foreach (var cell in cells)
        {
            var set = string.Join(", ", cell.Cell.Settings.Texts.Select(static pair => $"{pair.Key} {pair.Value}"));
            text.WriteLine($"- **{cell.Name}**: {cell.Cell.Cell.Info.Description} Used here: {set}.");
        }
    }

    private static void WriteRules(StreamWriter text, BuildOptions options)
    {
        var by = options.SplitBy == SplitBy.User
            ? "by a seeded hash of the user within the source, so a user is in the same split in every subtask"
            : "by a seeded hash of the instance, so a user may be in several splits";
        text.WriteLine();
        text.WriteLine("## How it was made");
        text.WriteLine();
        text.WriteLine($"- Of the eligible users of a cell those {Number(options.Limit)} with the smallest seeded hash are taken; the seed is {options.Seed.ToString(CultureInfo.InvariantCulture)}.");
        text.WriteLine($"- train, val and test stand {options.Split}, {by}.");
        text.WriteLine("- An interaction counts once per user and item, the earliest; items without a title are left out.");
        text.WriteLine("- Titles: entities decoded, line breaks made spaces, trimmed, cut at 200 characters at a word.");
        text.WriteLine($"- Negatives ({options.Negatives?.Name() ?? "uniform, and for mind those first that the user was shown and never clicked"}) were never touched by the user, and share no title with anything that the user touched. `evidence/` lets `itdr check` prove it.");
        text.WriteLine("- Every label was parsed back to its answer before it was written; of instances with one prompt only one was kept.");
    }

    private static void WriteSources(StreamWriter text, IReadOnlyList<BuiltSource> sources)
    {
        text.WriteLine();
        text.WriteLine("## Sources and what they allow");
        text.WriteLine();
        foreach (var info in sources.Select(static source => source.Info))
        {
            text.WriteLine($"- **{info.Title}** (`{info.Name}`, {info.Address}): {info.Licence}");
        }

        text.WriteLine();
        text.WriteLine("The licence of each source holds for what was built from it; check it before you pass this dataset on.");
        text.WriteLine("`croissant.json` lacks `datePublished`, which Croissant asks of a published dataset: a build has no day of its own. Add it when you publish.");
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
