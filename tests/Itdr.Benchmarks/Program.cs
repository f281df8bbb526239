using BenchmarkDotNet.Running;
using Itdr.Benchmarks.Text;

// Without arguments everything is measured; --filter '*Prompt*' measures a part.
BenchmarkSwitcher.FromAssembly(typeof(PromptBenchmarks).Assembly).Run(args);
