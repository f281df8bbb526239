using Itdr.Generators.Diagnostics;
using Itdr.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Itdr.Generators.Tests.Documentation;

public class HelpPageTests
{
    public static TheoryData<string> Ids => [.. Descriptors.All.Select(descriptor => descriptor.Id)];

    [Fact]
    public void Every_diagnostic_has_a_page_and_every_page_a_diagnostic() =>
        Assert.Equal(Descriptors.All.Select(descriptor => descriptor.Id).Order(StringComparer.Ordinal), HelpPage.Ids);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_the_title_of_its_diagnostic_and_the_diagnostic_names_the_page(string id)
    {
        var descriptor = Descriptors.All.Single(candidate => candidate.Id == id);
        var page = HelpPage.Read(id);

        Assert.Equal(descriptor.Title.ToString(), page.Title);
        Assert.All(page.Sections, section => Assert.NotEmpty(section.Value));
        Assert.Equal($"See docs/diagnostics/{id}.md", descriptor.Description.ToString());
        Assert.Empty(descriptor.HelpLinkUri);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_invalid_example_has_this_diagnostic_and_no_other(string id)
    {
        var driver = CSharpGeneratorDriver.Create([new SubtaskGenerator().AsSourceGenerator()], parseOptions: Compile.ParseOptions);
        driver.RunGeneratorsAndUpdateCompilation(Compile.Sources(HelpPage.Read(id).Code("Invalid")), out var compilation, out _);

        var found = Declared.Analyze(compilation);
        Assert.NotEmpty(found);
        Assert.All(found, diagnostic => Assert.True(diagnostic.Id == id, diagnostic.ToString()));
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Id != "CS1591"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_valid_example_compiles_without_a_warning(string id) => Declared.From(HelpPage.Read(id).Code("Valid"));
}
