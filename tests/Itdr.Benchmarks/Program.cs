using BenchmarkDotNet.Running;
using Itdr.Benchmarks.Building;
using Itdr.Benchmarks.Building.Readers;
using Itdr.Benchmarks.Generator;
using Itdr.Benchmarks.Metrics;
using Itdr.Benchmarks.Ranking;
using Itdr.Benchmarks.Speed;
using Itdr.Benchmarks.Text;

// Without arguments everything is measured; --filter '*Prompt*' measures a part. generate-ratings makes the file for the
// measurement of a build, which is a whole process and is timed from outside; readers times builds of all sources at full size; see
// Building/README.md.
// measure-metrics times BLEU and ROUGE over the pairs that a Python script then times too; see Metrics/README.md.
// ranking measures rankings on real llama.cpp; see RankingTimes.
// generator times the source generator, in a build and after a keystroke. speed prints one table of prompts, answers and the generator.
if (args.FirstOrDefault() == GenerateRatings.Name)
{
    return GenerateRatings.Run(args);
}

if (args.FirstOrDefault() == ReaderTimes.Name)
{
    return ReaderTimes.Run(args);
}

if (args.FirstOrDefault() == MeasureMetrics.Name)
{
    return MeasureMetrics.Run(args);
}

if (args is [GeneratorTimes.Name])
{
    return GeneratorTimes.Run();
}

if (args is [SpeedTable.Name])
{
    return SpeedTable.Run();
}

if (args.FirstOrDefault() == RankingTimes.Name)
{
    return await RankingTimes.RunAsync(args);
}

BenchmarkSwitcher.FromAssembly(typeof(PromptBenchmarks).Assembly).Run(args);
return 0;
