using BenchmarkDotNet.Running;
using Itdr.Benchmarks.Building;
using Itdr.Benchmarks.Text;

// Without arguments everything is measured; --filter '*Prompt*' measures a part. generate-ratings makes the file for the
// measurement of a build, which is a whole process and is timed from outside; see Building/README.md.
if (args.FirstOrDefault() == GenerateRatings.Name)
{
    return GenerateRatings.Run(args);
}

BenchmarkSwitcher.FromAssembly(typeof(PromptBenchmarks).Assembly).Run(args);
return 0;
