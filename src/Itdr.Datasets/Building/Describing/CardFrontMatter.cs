using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>
/// Writes the front matter of the dataset card, by which the Hugging Face hub files the dataset and loads it: a configuration
/// for each cell, since the files of one configuration must have the same fields, and sources differ in what they know.
/// </summary>
internal static class CardFrontMatter
{
    private static readonly (long Below, string Name)[] Sizes =
        [(1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"), (10_000_000, "1M<n<10M"), (long.MaxValue, "10M<n<100M")];

    /// <summary>Writes it.</summary>
    public static void Write(StreamWriter text, IReadOnlyList<BuiltCell> cells)
    {
        var instances = cells.Sum(static cell => (long)cell.ToReport().Instances);
        text.WriteLine("---");
        text.WriteLine("pretty_name: Recommendation instructions in the manner of ITDR");
        text.WriteLine("license: other");
        text.WriteLine("license_name: terms-of-each-source");
        WriteList(text, "language", "en");
        WriteList(text, "annotations_creators", "found");
        WriteList(text, "language_creators", "found");
        WriteList(text, "source_datasets", "extended");
        WriteList(text, "size_categories", Array.Find(Sizes, size => instances < size.Below).Name);
        WriteList(text, "task_categories", "text-generation");
        WriteList(text, "tags", "recommendation", "instruction-tuning");
        WriteConfigurations(text, [.. cells.Where(static cell => cell.Tally.Splits.Count > 0)]);
        text.WriteLine("---");
    }

    private static void WriteList(StreamWriter text, string name, params ReadOnlySpan<string> values)
    {
        text.WriteLine($"{name}:");
        foreach (var value in values)
        {
            text.WriteLine($"- {value}");
        }
    }

    private static void WriteConfigurations(StreamWriter text, List<BuiltCell> cells)
    {
        if (cells.Count > 0)
        {
            text.WriteLine("configs:");
        }

        foreach (var cell in cells)
        {
            text.WriteLine($"- config_name: {cell.Name.Subtask}.{cell.Name.Source}");
            text.WriteLine("  data_files:");
            foreach (var split in cell.Tally.Splits.Keys)
            {
                text.WriteLine($"  - split: {(split == Split.Validation ? "validation" : split.Name())}");
                text.WriteLine($"    path: {InstanceFolder.PathOf(new InstanceFileName(cell.Name.Subtask, cell.Name.Source, split))}");
            }
        }
    }
}
