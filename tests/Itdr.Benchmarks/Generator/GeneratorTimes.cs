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

    /// <summary>Of how many runs the medians are taken.</summary>
    public const int Runs = 11;

    private const int WarmUps = 10;

    /// <summary>Runs it and writes a table.</summary>
    public static int Run()
    {
        WarmUp();
        Console.WriteLine($"Medians of {Runs} runs: by the clock, and of processor time, which says more on a busy machine.");
        Console.WriteLine("Must reach, for 100 subtasks: cold, over an empty generator < 300, a keystroke < 150.");
        Console.WriteLine();
        Console.WriteLine("| subtasks | cold | an empty generator | keystroke in a template | keystroke elsewhere |");
        Console.WriteLine("|---:|---:|---:|---:|---:|");
        foreach (var subtasks in new[] { 1, 100, 500 })
        {
            var times = Measure(new DeclaredProject(subtasks), Runs);
            Console.WriteLine($"| {subtasks} | {times.Cold} | {times.Empty} | {times.InTemplate} | {times.Elsewhere} |");
        }

        return 0;
    }

    /// <summary>Has the JIT compile all that is measured.</summary>
    public static void WarmUp() => Measure(new DeclaredProject(100), WarmUps);

    /// <summary>Times a project some times over.</summary>
    public static Times Measure(DeclaredProject project, int runs)
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

        return new Times(Duration.Median(cold), Duration.Median(empty), Duration.Median(inTemplate), Duration.Median(elsewhere));
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

    /// <summary>The medians of one project.</summary>
    /// <param name="Cold">All of it, as in a build.</param>
    /// <param name="Empty">The same with a generator that does nothing.</param>
    /// <param name="InTemplate">After something was typed into the template of a subtask.</param>
    /// <param name="Elsewhere">After something was typed into a file that declares none.</param>
    internal sealed record Times(Duration Cold, Duration Empty, Duration InTemplate, Duration Elsewhere);

    /// <summary>A time by the clock, and of the processor, which says more on a busy machine.</summary>
    internal readonly record struct Duration(TimeSpan Clock, TimeSpan Processor)
    {
        public static Duration Median(List<Duration> all) => new(
            all.Select(one => one.Clock).Order().ElementAt(all.Count / 2),
            all.Select(one => one.Processor).Order().ElementAt(all.Count / 2));

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Clock.TotalMilliseconds:0.0} ms (processor {Processor.TotalMilliseconds:0.0} ms)");
    }

    /// <summary>What a generator costs that generates nothing.</summary>
    private sealed class EmptyGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
        }
    }
}
