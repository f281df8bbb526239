using System.Reflection;
using Itdr.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Itdr.Generators.Tests.Incremental;

/// <summary>Why each step of the generator ran in the second of two runs.</summary>
internal sealed class RunReasons
{
    private readonly GeneratorRunResult result;

    private RunReasons(GeneratorRunResult result) => this.result = result;

    /// <summary>The names of all steps, found by reflection so that none is forgotten.</summary>
    public static IReadOnlyList<string> StepNames { get; } =
        [.. typeof(TrackingNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    /// <summary>The reasons of all outputs.</summary>
    public IEnumerable<IncrementalStepRunReason> Outputs =>
        result.TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs).Select(output => output.Reason);

    /// <summary>Runs on one compilation and then on what an edit makes of it.</summary>
    public static RunReasons Of(CSharpCompilation before, Func<CSharpCompilation, CSharpCompilation> edit)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new SubtaskGenerator().AsSourceGenerator()],
            parseOptions: Compile.ParseOptions,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        driver = driver.RunGenerators(before);
        driver = driver.RunGenerators(edit(before));
        return new RunReasons(driver.GetRunResult().Results.Single());
    }

    /// <summary>The reasons of a step, one for each of its values.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Step(string name) =>
        [.. result.TrackedSteps[name].SelectMany(step => step.Outputs).Select(output => output.Reason)];

    /// <summary>The values of a step.</summary>
    public IEnumerable<object> Values(string name) => result.TrackedSteps[name].SelectMany(step => step.Outputs).Select(output => output.Value);
}
