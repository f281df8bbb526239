using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Itdr.Benchmarks.Generator;

/// <summary>A project that declares some subtasks, each in a file of its own, beside a file that declares none.</summary>
internal sealed class DeclaredProject
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.ComponentModel.DataAnnotations;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Itdr;
        """;

    private const string Item = """
        namespace Declared;

        [Fragment("{Title}")]
        [Fragment("{Title} ({Year})", Format = "dated")]
        public sealed record Item(string Title, int Year);
        """;

    private const string Unrelated = "namespace Declared;\n\ninternal static class Unrelated { public const int Number = 1; }\n";

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "Itdr.dll" or "netstandard.dll"))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly ImmutableArray<SyntaxTree> trees;

    /// <summary>Declares a number of subtasks.</summary>
    public DeclaredProject(int subtasks)
    {
        trees =
        [
            Parse(Usings, "Usings.cs"),
            Parse(Item, "Item.cs"),
            Parse(Unrelated, UnrelatedFile),
            .. Enumerable.Range(0, subtasks).Select(index => Parse(Subtask(index, ""), SubtaskFile(index))),
        ];
    }

    /// <summary>How the project's files are parsed.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14);

    /// <summary>The file that declares no subtask.</summary>
    public static string UnrelatedFile => "Unrelated.cs";

    /// <summary>The file of a subtask.</summary>
    public static string SubtaskFile(int index) => $"Subtask{index}.cs";

    /// <summary>A compilation that nothing was asked of yet, as at the start of a build.</summary>
    public CSharpCompilation Compile() => CSharpCompilation.Create(
        "Declared",
        trees,
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    /// <summary>A compilation after something was typed into the template of the first subtask.</summary>
    public static CSharpCompilation TypeIntoTemplate(CSharpCompilation before, string typed) =>
        Replace(before, SubtaskFile(0), Subtask(0, typed));

    /// <summary>A compilation after something was typed into a comment of the file that declares no subtask.</summary>
    public static CSharpCompilation TypeElsewhere(CSharpCompilation before, string typed) =>
        Replace(before, UnrelatedFile, Unrelated + "// " + typed);

    private static CSharpCompilation Replace(CSharpCompilation before, string file, string text) =>
        before.ReplaceSyntaxTree(before.SyntaxTrees.Single(tree => tree.FilePath == file), Parse(text, file));

    private static SyntaxTree Parse(string text, string file) => CSharpSyntaxTree.ParseText(text, ParseOptions, file, Encoding.UTF8);

    private static string Subtask(int index, string typed) =>
        $$"""
        namespace Declared;

        [Subtask("task-{{index}}", Method = "Ask{{index}}")]
        [Instruction("Rank the candidates for the viewer, say why, and how sure you are.")]
        [Prompt("The viewer is {Age} years old{?Wish} and wishes for {Wish}{/Wish}.{{typed}}\nSeen:\n{History:dated}\nCandidates:\n{Candidates}")]
        public sealed partial record Task{{index}}(
            int Age,
            [List(ListStyle.Bulleted)] IReadOnlyList<Item> History,
            [List(ListStyle.Numbered)] IReadOnlyList<Item> Candidates,
            string? Wish = null)
        {
            [Answer("{Ranking}\nWhy: {Reason}\nSure: {Percent}%")]
            public sealed partial record Answer(
                [RankedFrom(nameof(Candidates)), List(ListStyle.Numbered)] IReadOnlyList<Item> Ranking,
                string Reason,
                [Range(0, 100)] int Percent);
        }
        """;
}
