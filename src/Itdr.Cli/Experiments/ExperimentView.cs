using Itdr.Datasets;
using Itdr.Instances;

namespace Itdr.Cli.Experiments;

/// <summary>A view of the train split: a part of it, or another form.</summary>
internal sealed record ExperimentView
{
    /// <summary>The name, which folders and files have.</summary>
    public required string Name { get; init; }

    /// <summary>Subtasks, or the root tasks <c>uii</c> and <c>uiu</c>, that are left out.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>The part of the rows of each cell.</summary>
    public decimal Fraction { get; init; } = 1;

    /// <summary>Whether the instruction stands before each prompt.</summary>
    public bool Instruction { get; init; } = true;

    /// <summary>Whether a baseline sees a difference: it reads no instruction.</summary>
    public bool ConcernsBaselines => Instruction;

    /// <summary>The views of the paper's studies: all data, without each root task and each subtask, without instructions, and 25, 50 and 75 % of the data.</summary>
    public static IEnumerable<ExperimentView> OfPaper(InstanceFolder dataset, SubtaskSet subtasks)
    {
        var ids = dataset.Manifest.Cells.Select(static cell => cell.Subtask).Distinct().ToList();
        var roots = ids.Select(id => subtasks.TryFind(id, out var found) ? found.RootTask : RootTask.None).ToHashSet();
        yield return new ExperimentView { Name = "full" };
        foreach (var (root, name) in new[] { (RootTask.UserItemInteraction, "uii"), (RootTask.UserItemUnderstanding, "uiu") })
        {
            if (roots.Contains(root) && roots.Count > 1)
            {
                yield return new ExperimentView { Name = $"without-{name}", Without = [name] };
            }
        }

        foreach (var id in ids.Count > 1 ? ids : [])
        {
            yield return new ExperimentView { Name = $"without-{id}", Without = [id] };
        }

        yield return new ExperimentView { Name = "no-instruction", Instruction = false };
        foreach (var percent in (int[])[25, 50, 75])
        {
            yield return new ExperimentView { Name = $"data-{percent}", Fraction = percent / 100m };
        }
    }

    /// <summary>Whether a name can be part of a file name.</summary>
    public static bool IsName(string name) =>
        name.Length > 0 && name[0] != '.' && name.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');

    /// <summary>The same view as an export takes it.</summary>
    public ExportOptions ToExport(ExperimentFile experiment, SubtaskSet subtasks, string output) => new()
    {
        Dataset = experiment.Dataset,
        Output = output,
        Subtasks = subtasks,
        Format = experiment.Format,
        WithInstruction = Instruction,
        Without = Without,
        Fraction = Fraction,
    };
}
