using Itdr.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Itdr.Generators.Tests.Diagnostics;

/// <summary>Fragments that an assembly gives to types of other authors.</summary>
public class ForeignFragmentTests
{
    private const string Type = """public sealed class Product { public string Name { get; set; } = ""; public decimal Price { get; set; } internal int Stock { get; set; } private int Secret => Stock; }""";

    [Fact]
    public void A_wrong_placeholder_is_marked_to_the_character() => Diagnose.Marked(
        """[assembly: Fragment<Product>("{Name} costs {{|ITDR001:Prize|}}")]""", Type);

    [Fact]
    public void A_private_property_cannot_be_written() => Diagnose.Marked("""[assembly: Fragment<Product>("{Name} {Stock} {{|ITDR001:Secret|}}")]""", Type);

    [Fact]
    public void A_private_property_cannot_be_written_by_a_fragment_of_the_type_itself() => Diagnose.Marked(
        """
        [Fragment("{Name} {{|ITDR001:Secret|}}")]
        public sealed record Item(string Name) { private int Secret => Name.Length; }
        """);

    [Fact]
    public void Malformed_braces_and_formats_are_marked() => Diagnose.Marked(
        """[assembly: Fragment<Product>("{Name} {|ITDR003:}|}"), Fragment<Product>("{Price:{|ITDR012:Q|}}", Format = "q")]""", Type);

    [Fact]
    public void Two_with_one_format_are_refused_across_files_and_beside_those_of_the_type() => Diagnose.Marked(
        """
        [assembly: Fragment<Product>("{Name}")]
        [assembly: Fragment<Item>({|ITDR020:"{Name}!"|}), Fragment<Item>("{Name}?", Format = "b")]
        """,
        """
        [assembly: Fragment<Product>({|ITDR020:"{Name}."|})]
        [assembly: Fragment<Item>("{Name}?", Format = {|ITDR020:"b"|})]

        [Fragment("{Name}")]
        public sealed record Item(string Name);
        """,
        Type);

    [Theory]
    [InlineData("string")]
    [InlineData("int")]
    [InlineData("DateOnly")]
    [InlineData("int[]")]
    [InlineData("IDisposable")]
    public void A_type_that_needs_or_takes_none_is_refused(string type) => Diagnose.Marked($$"""[assembly: Fragment<{{type}}>({|ITDR004:"x"|})]""");

    [Theory]
    [InlineData("Version", "{Major}.{Minor}")]
    [InlineData("KeyValuePair<string, int>", "{Key}: {Value}")]
    public void A_type_of_DotNet_is_refused_where_it_is_used(string type, string template) => Assert.Equal(
        $"'Item' needs {type}, which cannot be kept in an instance file, because it is a type of .NET, and what such a type is made from is not known to be what its properties show; copy what the prompt needs into a record of your own",
        Used(type, template));

    [Fact]
    public void A_type_that_cannot_be_made_from_its_properties_is_refused_where_it_is_used() => Assert.Equal(
        "'Item' needs Sealed, which cannot be kept in an instance file, because no constructor and no setter makes one from its public properties; copy what the prompt needs into a record of your own",
        Used("Sealed", "{Name}", "public sealed class Sealed { private Sealed() { } public string Name => \"\"; }"));

    [Fact]
    public void A_format_that_the_assembly_does_not_give_is_marked_with_the_near_name() => Assert.Equal(
        "Product has no format 'prized': it has 'priced'; did you mean 'priced'?",
        Diagnose.Message(
            """
            [assembly: Fragment<Product>("{Name}"), Fragment<Product>("{Name} {Price}", Format = "priced")]

            [Subtask("a"), Instruction("I"), Prompt("{Item:{|ITDR012:prized|}}")]
            public sealed partial record A(Product Item)
            {
                [Answer("{Text}")]
                public sealed partial record Answer(string Text);
            }
            """,
            Type));

    [Fact]
    public void A_type_of_another_assembly_is_written_by_what_this_one_can_read()
    {
        var library = Compile.Sources(
            """
            namespace Library;

            public sealed class Product { public string Name { get; set; } = ""; internal int Stock { get; set; } }

            [Fragment("{Name}, {Stock} left")]
            public sealed record Offer(string Name) { internal int Stock => 1; }
            """).WithAssemblyName("Library");
        using var stream = new MemoryStream();
        Assert.True(library.Emit(stream).Success);
        var compilation = Compile.Sources(
            """
            [assembly: Fragment<Library.Product>("<{Name}>")]

            [Subtask("a"), Instruction("I"), Prompt("{Item}")]
            public sealed partial record A(Library.Product Item)
            {
                [Answer("{Text}")]
                public sealed partial record Answer(string Text);
            }

            [Subtask("b"), Instruction("I"), Prompt("{Item}")]
            public sealed partial record B(Library.Offer Item)
            {
                [Answer("{Text}")]
                public sealed partial record Answer(string Text);
            }
            """).AddReferences(MetadataReference.CreateFromImage(stream.ToArray()));
        CSharpGeneratorDriver.Create([new SubtaskGenerator().AsSourceGenerator()], parseOptions: Compile.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);

        Assert.Empty(generated.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Contains(generated.SyntaxTrees, tree => tree.FilePath.EndsWith("A.g.cs", StringComparison.Ordinal) && tree.ToString().Contains("WriteProduct(ref global::Itdr.PromptWriter writer, global::Library.Product value)", StringComparison.Ordinal));
        var refused = Assert.Single(Declared.Analyze(generated));
        Assert.Equal(
            "ITDR004: The [Fragment] of Offer uses what only its own assembly can read; give the type a fragment with [assembly: Fragment<Offer>]",
            $"{refused.Id}: {refused.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
    }

    private static string Used(string type, string template, string declaration = "") => Diagnose.Message(
        $$"""
        [assembly: Fragment<{{type}}>("{{template}}")]

        [Subtask("a"), Instruction("I"), Prompt("{Item}")]
        public sealed partial record A({{type}} {|ITDR004:Item|})
        {
            [Answer("{Text}")]
            public sealed partial record Answer(string Text);
        }

        {{declaration}}
        """);
}
