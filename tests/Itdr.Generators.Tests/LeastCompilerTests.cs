using System.Xml.Linq;
using Itdr.Generators.Tests.Documentation;

namespace Itdr.Generators.Tests;

public class LeastCompilerTests
{
    [Fact]
    public void The_package_asks_for_the_compiler_that_the_generator_is_built_against()
    {
        var targets = XDocument.Load(Path.Combine(HelpPage.Folder, "..", "..", "src", "Itdr", "buildTransitive", "Itdr.targets"));
        var least = Assert.Single(targets.Descendants("ItdrLeastRoslynVersion")).Value;

        var referenced = typeof(SubtaskGenerator).Assembly.GetReferencedAssemblies().Single(assembly => assembly.Name == "Microsoft.CodeAnalysis").Version!;
        Assert.Equal($"{referenced.Major}.{referenced.Minor}", least);
    }
}
