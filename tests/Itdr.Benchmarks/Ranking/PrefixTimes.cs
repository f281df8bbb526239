using System.Globalization;
using Itdr.Inference;
using Itdr.LLamaSharp;
using Itdr.Subtasks;

namespace Itdr.Benchmarks.Ranking;

/// <summary>What the prefix cache gives: the same walk after calls that decoded the front of its prompt, and after calls that did not.</summary>
internal sealed class PrefixTimes
{
    private const string OtherSubtask = "Under the Clock to Oslo after Salt\n";

    private readonly LLamaSharpOptions options;
    private readonly TopKRecommendation task;
    private readonly string[] titles;
    private readonly string turn;
    private readonly int instruction;

    private PrefixTimes(LLamaSharpOptions options, int candidates)
    {
        (this.options, task) = (options, RankingTask.Create(candidates));
        titles = [.. task.Candidates.Select(static item => item.Title)];
        turn = Turn(task);
        instruction = turn.Length - task.ToPrompt().Length;
    }

    /// <summary>Measures and prints the table.</summary>
    public static async Task MeasureAsync(LLamaSharpOptions options, int candidates, int runs)
    {
        Console.WriteLine();
        Console.WriteLine($"The walk of a second call, {candidates} candidates, {options.Threads} threads, medians of {runs} runs");
        Console.WriteLine();
        Console.WriteLine("| what the first call shared | tokens of it used again | not cached: tokens decoded | ms by the clock | ms of processor | cached: tokens decoded | ms by the clock | ms of processor | gain by the clock | of processor |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        var times = new PrefixTimes(options, candidates);
        foreach (var (name, first, between, second) in times.Cases())
        {
            var without = await Measured.MedianAsync(runs, () => times.SecondAsync(new EnginePrompt(" " + first.Text), between, second));
            var with = await Measured.MedianAsync(runs, () => times.SecondAsync(first, between, second));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {name} | {with.Reused - without.Reused} | {without.Tokens} | {Times(without)} | {with.Tokens} | {Times(with)} | {without.Clock / with.Clock:0.00} × | {without.Processor / with.Processor:0.00} × |"));
        }
    }

    private static string Times(Measured measured) =>
        string.Create(CultureInfo.InvariantCulture, $"{measured.Clock.TotalMilliseconds:0} | {measured.Processor.TotalMilliseconds:0}");

    private static string Turn(TopKRecommendation task) => TopKRecommendation.Descriptor.UserTurn(task.ToPrompt());

    private IEnumerable<(string Name, EnginePrompt First, string? Between, EnginePrompt Second)> Cases()
    {
        var otherUser = Turn(task with { History = [.. task.History.Reverse()] });

        // A worked example before the question, as long instructions have.
        var example = $"{turn}\n{task.ToLabel(new TopKRecommendation.Answer([.. task.Candidates.Reverse()]))}\n";
        var shared = example.Length + instruction;
        yield return ("the instruction", new EnginePrompt(turn, instruction), null, new EnginePrompt(otherUser, instruction));
        yield return ("an instruction with a worked example", new EnginePrompt(example + turn, shared), null, new EnginePrompt(example + otherUser, shared));
        yield return ("the same, and another subtask was asked in between", new EnginePrompt(example + turn, shared), OtherSubtask, new EnginePrompt(example + otherUser, shared));
        var sameUser = Turn(task with { Candidates = [.. task.Candidates.Reverse()] });
        yield return ("instruction and history, other candidates", new EnginePrompt(turn, instruction), null, new EnginePrompt(sameUser, instruction));
    }

    /// <summary>The last of two or three calls on one engine.</summary>
    private async Task<Measured> SecondAsync(EnginePrompt first, string? between, EnginePrompt second)
    {
        await using var host = new EngineHost(await LLamaModelLoader.LoadAsync(options));
        await host.RankAsync(first, titles);
        if (between is not null)
        {
            await host.RankAsync(between, titles);
        }

        return await Watch.WalkAsync(host, second, titles);
    }
}
