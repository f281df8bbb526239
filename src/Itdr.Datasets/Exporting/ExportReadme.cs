using System.Globalization;
using Itdr.Datasets.Statistics;
using Itdr.Instances;

namespace Itdr.Datasets.Exporting;

/// <summary>Writes <c>README.md</c> of an export: what the files are and which rows were taken.</summary>
internal static class ExportReadme
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "README.md";

    /// <summary>Writes it.</summary>
    public static void Write(
        OutputFolder folder, IExporter exporter, ExportView view, bool withInstruction, InstanceFolder dataset, IReadOnlyList<ExportedInstances> cells, LongestRow longest)
    {
        using var text = new StreamWriter(folder.CreateFile(FileName)) { NewLine = "\n" };
        text.WriteLine("# Training files");
        text.WriteLine();
        text.WriteLine($"Format: {exporter.Format.Name}, {exporter.Format.Description}. Written by `itdr export` from a dataset with seed {dataset.Manifest.Seed.ToString(CultureInfo.InvariantCulture)}.");
        text.WriteLine("In every format the user's turn is the instruction, a line break and the prompt, and the answer is the label.");
        WriteView(text, view, withInstruction);
        WriteCells(text, cells);
        text.WriteLine();
        text.WriteLine($"The longest row is {longest.Id} with {longest.Tokens} tokens of {TokenCount.Tokenizer}; a cutoff of {longest.Cutoff} tokens cuts nothing.");
        WriteWordings(text, dataset);
        WriteLicences(text, dataset);
    }

    private static void WriteView(StreamWriter text, ExportView view, bool withInstruction)
    {
        var concerns = view.AllSplits ? "all splits" : "train; val and test are whole";
        text.WriteLine();
        text.WriteLine("## What was taken");
        text.WriteLine();
        text.WriteLine(withInstruction ? "- The fixed instruction of each subtask stands before its prompt." : "- The fixed instruction of each subtask is left out, in every split.");
        text.WriteLine(view.Without.Count == 0 ? "- All subtasks." : $"- Without {Phrase.List(view.Without)} (this concerns {concerns}).");
        text.WriteLine(view.Fraction == 1
            ? "- All rows that have a label."
            : string.Create(CultureInfo.InvariantCulture, $"- Of the rows of each cell {view.Fraction * 100:0.####} %, those with the smallest seeded hash; a smaller part is contained in every larger one (this concerns {concerns})."));
    }

    private static void WriteCells(StreamWriter text, IReadOnlyList<ExportedInstances> cells)
    {
        text.WriteLine();
        text.WriteLine("| subtask | source | train | val | test | left out | no label |");
        text.WriteLine("|---|---|---:|---:|---:|---:|---:|");
        foreach (var cell in cells.GroupBy(static cell => cell.Name.Cell).OrderBy(static cell => cell.Key, StringComparer.Ordinal))
        {
            var name = cell.First().Name;
            var counts = SplitNames.All.Select(split => cell.Where(file => file.Name.Split == split).Sum(static file => file.Rows))
                .Append(cell.Sum(static file => file.LeftOut))
                .Append(cell.Sum(static file => file.Unlabelled));
            text.WriteLine($"| {name.Subtask} | {name.Source} | {string.Join(" | ", counts.Select(static count => count.ToString(CultureInfo.InvariantCulture)))} |");
        }
    }

    private static void WriteWordings(StreamWriter text, InstanceFolder dataset)
    {
        text.WriteLine();
        text.WriteLine("## Wordings");
        text.WriteLine();
        foreach (var subtask in dataset.Manifest.Cells.DistinctBy(static cell => cell.Subtask).OrderBy(static cell => cell.Subtask, StringComparer.Ordinal))
        {
            text.WriteLine($"- {subtask.Subtask}: version {subtask.Version.ToString(CultureInfo.InvariantCulture)}, template hash `{subtask.TemplateHash}`");
        }
    }

    private static void WriteLicences(StreamWriter text, InstanceFolder dataset)
    {
        text.WriteLine();
        text.WriteLine("## What the sources allow");
        text.WriteLine();
        foreach (var source in dataset.Manifest.Sources)
        {
            text.WriteLine($"- {source.Name}: {source.Licence ?? "unknown"}");
        }
    }
}
