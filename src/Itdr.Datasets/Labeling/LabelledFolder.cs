using System.Globalization;
using Itdr.Datasets.Building;
using Itdr.Instances;

namespace Itdr.Datasets.Labeling;

/// <summary>Writes the labels of a journal into a dataset folder.</summary>
internal sealed class LabelledFolder(InstanceFolder dataset, IReadOnlyDictionary<string, SubtaskDescriptor> descriptors, LabelOptions options)
{
    private const string Card = "README.md";
    private const string Statistics = "statistics.csv";

    /// <summary>Writes them.</summary>
    /// <param name="journal">The journal.</param>
    /// <param name="files">The files that lacked labels.</param>
    /// <param name="cells">What came of their cells.</param>
    /// <returns>The labels added, by cell.</returns>
    public IReadOnlyDictionary<CellName, long> Write(LabelJournal journal, IReadOnlyList<InstanceFile> files, IReadOnlyDictionary<CellName, CellCount> cells)
    {
        using var replacement = FileReplacement.Begin(dataset.Directory);
        var written = new List<RewrittenFile>();
        foreach (var file in files)
        {
            var rewritten = descriptors[file.Name.Subtask].Accept(new LabelRewrite(file, replacement.PathOf(file.Path), options.TeacherName, journal));
            if (rewritten.Added > 0)
            {
                written.Add(rewritten);
            }
            else
            {
                replacement.Keep(file.Path);
            }
        }

        var labels = written.GroupBy(static file => new CellName(file.File.Name.Subtask, file.File.Name.Source))
            .ToDictionary(static cell => cell.Key, static cell => cell.Sum(static file => file.Added));
        if (written.Count > 0)
        {
            Describe(replacement, written, WithTeacher(labels, cells));
            replacement.Complete(DatasetManifest.FileName);
        }

        return labels;
    }

    /// <summary>Writes what speaks of the instance files: statistics, card and manifest.</summary>
    private void Describe(FileReplacement replacement, List<RewrittenFile> written, DatasetManifest manifest)
    {
        if (NewStatistics(written) is { } statistics)
        {
            File.WriteAllText(replacement.PathOf(Statistics), statistics);
        }

        var card = Path.Combine(dataset.Directory, Card);
        if (File.Exists(card))
        {
            File.WriteAllText(replacement.PathOf(Card), TeacherSection.In(File.ReadAllText(card), manifest));
        }

        DescribeFiles(replacement, written);
        var files = manifest.Files.Select(file => replacement.Measure(file));
        using var stream = File.Create(replacement.PathOf(DatasetManifest.FileName));
        (manifest with { Files = [.. files] }).Write(stream);
    }

    /// <summary>Brings the Croissant description, which has the hashes of the instance files, up to date.</summary>
    private void DescribeFiles(FileReplacement replacement, List<RewrittenFile> written)
    {
        var croissant = Path.Combine(dataset.Directory, CroissantFile.FileName);
        if (File.Exists(croissant))
        {
            var paths = written.Select(static file => file.File.Path).ToHashSet(StringComparer.Ordinal);
            var files = dataset.Manifest.Files.Where(file => paths.Contains(file.Path)).Select(replacement.Measure).ToList();
            var examples = written.GroupBy(static file => file.File.Name.Subtask).Select(subtask => (subtask.Key, replacement.PathOf(subtask.First().File.Path)));
            File.WriteAllText(replacement.PathOf(CroissantFile.FileName), CroissantUpdate.Of(File.ReadAllText(croissant), files, examples));
        }
    }

    /// <summary>The manifest with the teacher's share of each cell.</summary>
    private DatasetManifest WithTeacher(Dictionary<CellName, long> labels, IReadOnlyDictionary<CellName, CellCount> cells) => dataset.Manifest with
    {
        Cells = [.. dataset.Manifest.Cells.Select(cell =>
        {
            var name = new CellName(cell.Subtask, cell.Source);
            return labels.TryGetValue(name, out var added) ? cell with { Teachers = Teachers(cell, added, cells[name]) } : cell;
        })],
    };

    private List<ManifestTeacher> Teachers(ManifestCell cell, long added, CellCount count)
    {
        var hash = descriptors[cell.Subtask].TemplateHash;
        var before = cell.Teachers ?? [];
        var own = before.FirstOrDefault(teacher => teacher.Name == options.TeacherName && teacher.TemplateHash == hash);
        var now = new ManifestTeacher
        {
            Name = options.TeacherName,
            TemplateHash = hash,
            Labels = (own?.Labels ?? 0) + added,
            Refused = count.Refused,
        };
        return [.. before.Where(teacher => teacher != own), now];
    }

    /// <summary>The statistics with the mean lengths of the new labels; null if the folder has none that we know how to read.</summary>
    private string? NewStatistics(List<RewrittenFile> written)
    {
        var path = Path.Combine(dataset.Directory, Statistics);
        var lines = File.Exists(path) ? File.ReadAllText(path).Split('\n') : [];
        var columns = lines.Length > 0 ? lines[0].Split(',') : [];
        var mean = Array.IndexOf(columns, "mean_label_characters");
        if (mean < 0 || columns is not ["subtask", "source", "split", ..])
        {
            return null;
        }

        for (var line = 1; line < lines.Length; line++)
        {
            var values = lines[line].Split(',');
            var file = written.Find(file => values.Length == columns.Length && values[0] == file.File.Name.Subtask && values[1] == file.File.Name.Source && values[2] == file.File.Name.Split.Name());
            if (file is not null)
            {
                values[mean] = ((decimal)file.LabelCharacters / file.Labelled).ToString("0.0", CultureInfo.InvariantCulture);
                lines[line] = string.Join(',', values);
            }
        }

        return string.Join('\n', lines);
    }
}
