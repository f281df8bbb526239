using System.Text.RegularExpressions;
using Itdr.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Itdr.Generators.Tests.Emission;

/// <summary>The hash of the templates tells wordings apart, and nothing else.</summary>
public class TemplateHashTests
{
    private const string Source = """
        [Fragment("{Title}")]
        public sealed record Item(string Title);

        [Subtask("a", Method = "Do"), Instruction("I")]
        [Prompt("Of {Items}")]
        public sealed partial record A([List(ListStyle.Inline, Separator = ", ")] IReadOnlyList<Item> Items)
        {
            [Answer("{Rank}\nage: {Age}")]
            public sealed partial record Answer([RankedFrom(nameof(Items)), List(ListStyle.Numbered)] IReadOnlyList<Item> Rank, [Range(0, 9)] int Age);
        }
        """;

    [Theory]
    [InlineData("Instruction(\"I\")", "Instruction(\"J\")")]
    [InlineData("Of {Items}", "Of all {Items}")]
    [InlineData("Prompt(\"Of {Items}\")", "Prompt(\"Of {Items}\", Variant = \"v\")")]
    [InlineData("\"{Title}\"", "\"<{Title}>\"")]
    [InlineData("ListStyle.Inline", "ListStyle.Bulleted")]
    [InlineData("ListStyle.Numbered", "ListStyle.Bulleted")]
    [InlineData("Separator = \", \"", "Separator = \"; \"")]
    [InlineData("\\nage: ", "\\nAge: ")]
    [InlineData("Range(0, 9)", "Range(0, 10)")]
    [InlineData("RankedFrom(nameof(Items))", "RankedFrom(nameof(Items), Top = 2)")]
    public void What_changes_the_text_changes_the_hash(string what, string with)
    {
        Assert.Contains(what, Source, StringComparison.Ordinal);
        Assert.NotEqual(Hash(Source), Hash(Source.Replace(what, with, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"a\", Method = \"Do\"", "\"b\", Method = \"Other\", Version = 2")]
    [InlineData("record A(", "record Renamed(")]
    [InlineData("Item", "Tea")]
    [InlineData("[Subtask", "// A comment.\n[Subtask")]
    public void What_leaves_the_text_as_it_is_leaves_the_hash(string what, string with)
    {
        Assert.Contains(what, Source, StringComparison.Ordinal);
        var changed = Source.Replace(what, with, StringComparison.Ordinal);
        Assert.Equal(Hash(Source), Hash(what == "Item" ? changed.Replace("Teas", "Items", StringComparison.Ordinal) : changed));
    }

    [Fact]
    public void Line_ends_of_the_file_do_not_matter()
    {
        const string Raw = """"
            [Subtask("a"), Instruction("""
                First
                second
                """)]
            [Prompt("""
                Of
                {Text}
                """)]
            public sealed partial record A(string Text)
            {
                [Answer("{Text}")]
                public sealed partial record Answer(string Text);
            }
            """";

        Assert.Equal(Hash(Raw.ReplaceLineEndings("\n")), Hash(Raw.ReplaceLineEndings("\r\n")));
    }

    [Fact]
    public void The_hash_is_SHA256_in_lower_case() => Assert.Matches("^[0-9a-f]{64}$", Hash(Source));

    private static string Hash(string source)
    {
        var driver = CSharpGeneratorDriver.Create([new SubtaskGenerator().AsSourceGenerator()], parseOptions: Compile.ParseOptions);
        var result = driver.RunGenerators(Compile.Sources(source)).GetRunResult();
        var code = Assert.Single(result.GeneratedTrees, tree => !tree.FilePath.EndsWith("SubtaskCatalog.g.cs", StringComparison.Ordinal)).ToString();
        return Regex.Match(code, "TemplateHash = \"(.*)\",").Groups[1].Value;
    }
}
