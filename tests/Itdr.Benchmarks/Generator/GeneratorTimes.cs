using System.Diagnostics;
using System.Globalization;
using Itdr.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Itdr.Benchmarks.Generator;

/// <summary>
/// The command <c>generator</c>: how long the generator takes in a build and after one keystroke, over a generator that
/// does nothing. Medians, with everything compiled by the JIT before.
/// </summary>
internal static class GeneratorTimes
{
    /// <summary>The name of the command.</summary>
    public const string Name = "generator";

    private const int WarmUps = 10;
    private const int Runs = 11;

    /// <summary>Runs it and writes a table.</summary>
    public static int Run()
    {
        Measure(new DeclaredProject(100), WarmUps);
        Console.WriteLine($"Medians of {Runs} runs, in milliseconds: by the clock, and of processor time, which says more on a busy machine.");
        Console.WriteLine("Must reach, for 100 subtasks: cold, over an empty generator < 300, a keystroke < 150.");
        Console.WriteLine();
        Console.WriteLine("| subtasks | cold | an empty generator | keystroke in a template | keystroke elsewhere |");
        Console.WriteLine("|---:|---:|---:|---:|---:|");
        foreach (var subtasks in new[] { 1, 100, 500 })
        {
            Console.WriteLine($"| {subtasks} | {string.Join(" | ", Measure(new DeclaredProject(subtasks), Runs))} |");
        }

        return 0;
    }

    /// <summary>Cold, cold with an empty generator, after a keystroke in a template, and after one elsewhere.</summary>
    private static Duration[] Measure(DeclaredProject project, int runs)
    {
        var (cold, empty, inTemplate, elsewhere) = (new List<Duration>(), new List<Duration>(), new List<Duration>(), new List<Duration>());
        for (var run = 0; run < runs; run++)
        {
            empty.Add(Time(Driver(new EmptyGenerator()), project.Compile()).Duration);
            var compilation = project.Compile();
            var (duration, driver) = Time(Driver(new SubtaskGenerator()), compilation);
            cold.Add(duration);

            // Each edit starts from the same state, as the first keystroke after a pause does.
            inTemplate.Add(Time(driver, DeclaredProject.TypeIntoTemplate(compilation, $" {run}")).Duration);
            elsewhere.Add(Time(driver, DeclaredProject.TypeElsewhere(compilation, $"{run}")).Duration);
        }

        return [Duration.Median(cold), Duration.Median(empty), Duration.Median(inTemplate), Duration.Median(elsewhere)];
    }

    private static CSharpGeneratorDriver Driver(IIncrementalGenerator generator) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], parseOptions: DeclaredProject.ParseOptions);

    private static (Duration Duration, GeneratorDriver Driver) Time(GeneratorDriver driver, CSharpCompilation compilation)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var after = driver.RunGeneratorsAndUpdateCompilation(compilation, out _, out var diagnostics);
        var duration = new Duration(Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - processor);
        return diagnostics.IsEmpty ? (duration, after) : throw new InvalidOperationException($"The generator failed: {diagnostics[0]}");
    }

    private readonly record struct Duration(TimeSpan Clock, TimeSpan Processor)
    {
        public static Duration Median(List<Duration> all) => new(
            all.Select(one => one.Clock).Order().ElementAt(all.Count / 2),
            all.Select(one => one.Processor).Order().ElementAt(all.Count / 2));

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Clock.TotalMilliseconds:0.0} / {Processor.TotalMilliseconds:0.0}");
    }

    /// <summary>What a generator costs that generates nothing.</summary>
    private sealed class EmptyGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
        }
    }
}
