using System.Globalization;
using Itdr.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Itdr.Generators.Tests.Emission;

public class CatalogTests
{
    private const string Source = """
        [Subtask("z"), Instruction("I"), Prompt("{Text}")]
        public sealed partial record First(string Text)
        {
            [Answer("{Text}")]
            public sealed partial record Answer(string Text);
        }

        [Subtask("a"), Instruction("I"), Prompt("{Text}")]
        internal sealed partial record Second(string Text)
        {
            [Answer("{Text}: {Number}")]
            internal sealed partial record Answer(string Text, [Range(-1, 1)] int Number);
        }
        """;

    [Fact]
    public void The_subtasks_stand_in_it_by_id()
    {
        var declared = Declared.From(Source);

        Verifier.Verify(declared.File("SubtaskCatalog.g.cs"));
        Assert.Equal(["a", "z"], declared.Subtasks.Select(subtask => subtask.Id));
    }

    [Fact]
    public void An_assembly_without_a_subtask_has_none() => Assert.Empty(Declared.From("public class Nothing;").FileNames);

    [Theory]
    [InlineData("My.Shop", "Other", "namespace My.Shop;")]
    [InlineData("", "my-app.2nd.class", "namespace my_app._2nd.@class;")]
    [InlineData(null, "Plain", "namespace Plain;")]
    public void It_stands_in_the_root_namespace_or_that_of_the_assembly(string? rootNamespace, string assembly, string expected) =>
        Assert.Contains(expected, Generate(rootNamespace, assembly), StringComparison.Ordinal);

    [Fact]
    public void The_code_is_the_same_in_a_culture_with_another_minus()
    {
        var culture = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NegativeSign = "\u2212";
        var expected = Generate(null, "A");
        try
        {
            CultureInfo.CurrentCulture = other;
            Assert.Contains("Minimum = -1, Maximum = 1", expected, StringComparison.Ordinal);
            Assert.Equal(expected, Generate(null, "A"));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string Generate(string? rootNamespace, string assembly)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new SubtaskGenerator().AsSourceGenerator()], parseOptions: Compile.ParseOptions, optionsProvider: new Options(rootNamespace));
        driver.RunGeneratorsAndUpdateCompilation(Compile.Sources(Source).WithAssemblyName(assembly), out var compilation, out _);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return string.Join("\n", compilation.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)));
    }

    private sealed class Options(string? rootNamespace) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new One(rootNamespace);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class One(string? rootNamespace) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.RootNamespace" ? rootNamespace : null;
            return value is not null;
        }
    }
}
