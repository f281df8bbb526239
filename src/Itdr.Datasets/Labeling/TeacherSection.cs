using System.Globalization;
using System.Text;
using Itdr.Instances;

namespace Itdr.Datasets.Labeling;

/// <summary>The section of a dataset card that says which labels a model wrote.</summary>
internal static class TeacherSection
{
    private const string Heading = "## Labels from a teacher model";

    /// <summary>A card with this section, as the last one; an older one goes.</summary>
    public static string In(string card, DatasetManifest manifest)
    {
        var text = new StringBuilder(Without(card).TrimEnd('\n'));
        text.Append("\n\n").Append(Heading).Append("\n\n");
        text.Append("These labels were written by a language model, not by people. Refusals, texts of an odd length and answers that\n");
        text.Append("do not read back were left out; `manifest.json` counts them. The terms of the model hold for what it wrote.\n\n");
        text.Append("| subtask | source | teacher | labels | template hash |\n|---|---|---|---:|---|\n");
        foreach (var cell in manifest.Cells)
        {
            foreach (var teacher in cell.Teachers ?? [])
            {
                text.Append(CultureInfo.InvariantCulture, $"| {cell.Subtask} | {cell.Source} | {teacher.Name.Replace("|", "\\|", StringComparison.Ordinal)} | {teacher.Labels} | `{teacher.TemplateHash[..12]}` |\n");
            }
        }

        return text.ToString();
    }

    private static string Without(string card)
    {
        var start = card.IndexOf($"\n{Heading}\n", StringComparison.Ordinal);
        if (start < 0)
        {
            return card;
        }

        var end = card.IndexOf("\n## ", start + Heading.Length, StringComparison.Ordinal);
        return end < 0 ? card[..start] : card[..start] + card[end..];
    }
}
