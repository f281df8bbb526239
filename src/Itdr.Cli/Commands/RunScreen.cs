using Itdr.Cli.Terminal;
using Itdr.Evaluation;
using Itdr.Instances;

namespace Itdr.Cli.Commands;

/// <summary>Shows what came of a run.</summary>
internal static class RunScreen
{
    /// <summary>Shows it to a person.</summary>
    public static void Show(Screen screen, IReadOnlyList<PredictedCell> cells, string file)
    {
        var table = Tables.Create("cell", "#asked", "#kept", "#no answer", "#no label");
        foreach (var cell in cells.Where(static cell => cell.LeftOut is null))
        {
            table.Add(cell.Name.Cell, Tables.Number(cell.Asked), Tables.Number(cell.Kept), Tables.Number(cell.Failed), Tables.Number(cell.Unlabelled));
        }

        screen.Write(table);
        foreach (var reason in cells.Select(static cell => cell.LeftOut).OfType<string>().Distinct())
        {
            screen.Out.WriteLine(reason);
        }

        foreach (var failure in cells.Select(static cell => cell.FirstFailure).OfType<string>())
        {
            screen.Out.WriteLine($"No answer, the first: {failure}");
        }

        if (cells.Sum(static cell => cell.Failed) is > 0 and var failed)
        {
            screen.Out.WriteLine($"{Tables.Number(failed)} of the new predictions are no answer. They are kept as that; a run into another file asks for them again.");
        }

        var asked = cells.Sum(static cell => cell.Asked);
        screen.Out.WriteLine(asked > 0
            ? $"{Tables.Number(asked)} predictions are in {file}; itdr eval measures them."
            : "Nothing was asked: no instance of this split has a known answer that the recommender could give.");
    }

    /// <summary>Whether there is an answer at all; one that an earlier run kept counts.</summary>
    public static bool HasAnswers(IReadOnlyList<PredictedCell> cells) => cells.Any(static cell => cell.Asked > cell.Failed);

    /// <summary>The same for programs.</summary>
    public static object ForPrograms(string model, IReadOnlyList<PredictedCell> cells) => new
    {
        Model = model,
        Asked = cells.Sum(static cell => cell.Asked),
        Cells = cells.Select(static cell => new { Cell = cell.Name.Cell, Split = cell.Name.Split.Name(), cell.Asked, cell.Kept, cell.Failed, cell.FirstFailure, cell.Unlabelled, cell.LeftOut }),
    };
}
