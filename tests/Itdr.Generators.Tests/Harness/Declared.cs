using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Itdr.Generators.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Itdr.Generators.Tests.Harness;

/// <summary>Sources that were compiled with the generator and the analyzer, and loaded. Any diagnostic, of the compiler too, fails the test.</summary>
internal sealed class Declared
{
    private readonly ImmutableDictionary<string, string> files;

    private Declared(ImmutableDictionary<string, string> files, Assembly assembly)
    {
        this.files = files;
        Assembly = assembly;
    }

    /// <summary>The compiled assembly.</summary>
    public Assembly Assembly { get; }

    /// <summary>The subtasks, ordered by id.</summary>
    public IReadOnlyList<SubtaskDescriptor> Subtasks => SubtaskCatalogAttribute.Of(Assembly);

    /// <summary>Compiles and loads.</summary>
    public static Declared From(params string[] sources)
    {
        var driver = CSharpGeneratorDriver.Create([new SubtaskGenerator().AsSourceGenerator()], parseOptions: Compile.ParseOptions);
        var result = driver.RunGeneratorsAndUpdateCompilation(Compile.Sources(sources), out var compilation, out var generatorDiagnostics);
        var diagnostics = generatorDiagnostics
            .Concat(compilation.GetDiagnostics())
            .Concat(Analyze(compilation))
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !IsMissingComment(diagnostic))
            .ToList();
        Assert.True(diagnostics.Count == 0, string.Join("\n", diagnostics));
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success);
        stream.Position = 0;
        var assembly = new AssemblyLoadContext("Declared", isCollectible: true).LoadFromStream(stream);
        var files = result.GetRunResult().Results.Single().GeneratedSources.ToImmutableDictionary(file => file.HintName, file => file.SourceText.ToString());
        return new Declared(files, assembly);
    }

    /// <summary>Whether a declaration under test lacks a comment; generated code must have them.</summary>
    private static bool IsMissingComment(Diagnostic diagnostic) =>
        diagnostic.Id == "CS1591" && !diagnostic.Location.SourceTree!.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);

    /// <summary>What the analyzer says about a compilation.</summary>
    public static ImmutableArray<Diagnostic> Analyze(Compilation compilation) =>
        compilation.WithAnalyzers([new SubtaskAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>The code of a generated file.</summary>
    public string File(string name) => files[name];

    /// <summary>The names of the generated files, in order.</summary>
    public IEnumerable<string> FileNames => files.Keys.Order(StringComparer.Ordinal);

    /// <summary>The value of a static property or method <c>Samples.name</c>, where the sources declare what a test works with.</summary>
    public T Sample<T>(string name)
    {
        var samples = Assembly.GetTypes().Single(type => type.Name == "Samples");
        return (T)samples.GetProperty(name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)!.GetValue(null)!;
    }
}
