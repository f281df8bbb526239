using System.Globalization;
using Itdr.LLamaSharp;
using Itdr.LLamaSharp.Tests.Gguf;
using Itdr.Subtasks;

namespace Itdr.Benchmarks.Ranking;

/// <summary>
/// The command <c>ranking</c>: decode calls, tokens and time of ranking candidates on real llama.cpp, by the trie walk,
/// by plain greedy generation with its cache kept, and by a grammar; of scoring; and of the prefix cache. The model is
/// a random llama of 110 M parameters that is written to a temporary folder, or the one of <c>--gguf</c>.
/// </summary>
internal static class RankingTimes
{
    /// <summary>The name of the command.</summary>
    public const string Name = "ranking";

    private const string Folder = "ITDR_LLAMA_NATIVES";
    private const int Runs = 3;

    /// <summary>Runs it: <c>ranking [--threads 1,2] [--candidates 10,20] [--gguf FILE] [--gpu] [--prefix]</c>; with the last, the prefix cache alone.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        if (Environment.GetEnvironmentVariable(Folder) is not { Length: > 0 } natives)
        {
            await Console.Error.WriteLineAsync($"{Folder} must name the folder with llama.cpp's libraries, such as bins/linux-x64 of the npm package @node-llama-cpp/linux-x64 3.19.0.");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("itdr-ranking-");
        try
        {
            var model = Value(args, "--gguf") ?? Write(Path.Combine(folder.FullName, "random.gguf"));
            foreach (var threads in Numbers(Value(args, "--threads") ?? "1,2"))
            {
                foreach (var candidates in Numbers(Value(args, "--candidates") ?? "10,20"))
                {
                    var options = Options(model, natives, threads, args.Contains("--gpu"));
                    if (!args.Contains("--prefix"))
                    {
                        await MeasureAsync(options, candidates);
                    }

                    await PrefixTimes.MeasureAsync(options, candidates, Runs);
                }
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Writes the model: as wide and deep as the usual small llama of 110 M parameters, in eight bits.</summary>
    private static string Write(string path) =>
        (new RandomLlama(768, 12, 12, 2048) { EightBit = true }).Write(path, new PieceVocabulary(RankingTask.Words, size: 32000));

    private static LLamaSharpOptions Options(string model, string natives, int threads, bool gpu) => new()
    {
        ModelPath = model,
        NativeFolder = natives,
        Backend = gpu ? LLamaBackend.Auto : LLamaBackend.Cpu,
        ContextSize = 4096,
        BatchSize = 1024,
        Threads = threads,
    };

    private static async Task MeasureAsync(LLamaSharpOptions options, int candidates)
    {
        var task = RankingTask.Create(candidates);
        Console.WriteLine();
        Console.WriteLine($"{candidates} candidates, {options.Threads} threads, medians of {Runs} runs; calls and tokens with the prompt; load {Load()}");
        Console.WriteLine();
        Console.WriteLine("| method | decode calls | tokens | ms by the clock | ms of processor | over plain |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        using var grammar = new GrammarSampler(options.NativeFolder!, options.ModelPath, TopKRecommendation.Constrain(task).ToGbnf());
        var methods = new RankingMethods(options, task, grammar);
        var plain = Show("plain greedy, cache kept", await Measured.MedianAsync(Runs, methods.PlainAsync), null);
        Show("greedy under a grammar", await Measured.MedianAsync(Runs, methods.GrammarAsync), plain);
        Show("trie walk, no speculation", await Measured.MedianAsync(Runs, () => methods.WalkAsync(double.PositiveInfinity)), plain);
        Show("trie walk, cost 0.3 (CPU default)", await Measured.MedianAsync(Runs, () => methods.WalkAsync(0.3)), plain);
        Show("trie walk, full speculation", await Measured.MedianAsync(Runs, () => methods.WalkAsync(0)), plain);
        Show("scores, one batch", await Measured.MedianAsync(Runs, () => methods.ScoreAsync(together: true)), plain);
        Show("scores, a call for each", await Measured.MedianAsync(Runs, () => methods.ScoreAsync(together: false)), plain);
    }

    private static Measured Show(string name, Measured measured, Measured? plain)
    {
        var gain = plain is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{plain.Clock / measured.Clock:0.00} ×");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {measured.Calls} | {measured.Tokens} | {measured.Clock.TotalMilliseconds:0} | {measured.Processor.TotalMilliseconds:0} | {gain} |"));
        return measured;
    }

    private static string? Value(string[] args, string name) => Array.IndexOf(args, name) is >= 0 and var index && index + 1 < args.Length ? args[index + 1] : null;

    private static IEnumerable<int> Numbers(string list) => list.Split(',').Select(static text => int.Parse(text, CultureInfo.InvariantCulture));

    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "not known";
}
