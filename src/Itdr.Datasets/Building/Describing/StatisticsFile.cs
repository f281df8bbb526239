using System.Globalization;
using Itdr.Instances;

namespace Itdr.Datasets.Building;

/// <summary>Writes <c>statistics.csv</c>: for each cell and split the number of instances and the mean lengths of user turn and label in characters (UTF-16 code units).</summary>
internal static class StatisticsFile
{
    /// <summary>Writes it.</summary>
    public static void Write(OutputFolder output, IReadOnlyList<BuiltSource> sources)
    {
        using var text = new StreamWriter(output.CreateFile("statistics.csv")) { NewLine = "\n" };
        text.WriteLine("subtask,source,split,instances,mean_prompt_characters,mean_label_characters");
        foreach (var cell in BuiltCells.InOrder(sources))
        {
            var name = cell.Name;
            foreach (var (split, tally) in cell.Tally.Splits)
            {
                text.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name.Subtask},{name.Source},{split.Name()},{tally.Instances},{(decimal)tally.PromptCharacters / tally.Instances:0.0},{(decimal)tally.LabelCharacters / tally.Instances:0.0}"));
            }
        }
    }
}
