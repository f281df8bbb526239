using Itdr.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Itdr.Generators.Tests.Incremental;

public class IncrementalTests
{
    private const string First = """
        [Fragment("{Title}")]
        public sealed record Item(string Title);

        [Subtask("a", Method = "A"), Instruction("I"), Prompt("Of {Items}")]
        public sealed partial record A(IReadOnlyList<Item> Items)
        {
            [Answer("{Item}")]
            public sealed partial record Answer([ChosenFrom(nameof(Items))] Item Item);
        }
        """;

    private const string Second = """
        [Subtask("b"), Instruction("I"), Prompt("{Text}")]
        public sealed partial record B(string Text)
        {
            [Answer("{Text}")]
            public sealed partial record Answer(string Text);
        }
        """;

    public static TheoryData<string, Func<CSharpCompilation, CSharpCompilation>> UnrelatedEdits => new()
    {
        { "nothing", compilation => compilation.Clone() },
        { "another file is added", compilation => compilation.AddSyntaxTrees(Compile.Parse("public class Unrelated;", "Unrelated.cs")) },
        { "a comment is added to the declaration's file", compilation => Replace(compilation, First, "// A comment.\n" + First) },
        { "another type is added to the declaration's file", compilation => Replace(compilation, First, First + "\npublic class Unrelated;") },
    };

    [Theory]
    [MemberData(nameof(UnrelatedEdits))]
    public void An_unrelated_edit_makes_nothing_anew(string edit, Func<CSharpCompilation, CSharpCompilation> apply)
    {
        var reasons = RunReasons.Of(Compile.Sources(First), apply);

        Assert.NotEmpty(edit);
        Assert.NotEmpty(RunReasons.StepNames);
        Assert.All(RunReasons.StepNames, name => Assert.NotEmpty(reasons.Step(name)));
        Assert.All(reasons.Step(TrackingNames.Declarations), reason => Assert.True(reason is IncrementalStepRunReason.Unchanged or IncrementalStepRunReason.Cached, reason.ToString()));
        Assert.All(
            RunReasons.StepNames.Except([TrackingNames.Declarations]),
            name => Assert.All(reasons.Step(name), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason)));
        Assert.NotEmpty(reasons.Outputs);
        Assert.All(reasons.Outputs, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_second_declaration_leaves_the_first_alone()
    {
        var reasons = RunReasons.Of(Compile.Sources(First), compilation => compilation.AddSyntaxTrees(Compile.Parse(Second, "Second.cs")));

        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.New], reasons.Step(TrackingNames.Declarations));
        Assert.Equal([IncrementalStepRunReason.Cached, IncrementalStepRunReason.New], reasons.Step(TrackingNames.Subtasks));
        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Step(TrackingNames.Catalog));
        Assert.Contains(IncrementalStepRunReason.Cached, reasons.Outputs);
    }

    [Fact]
    public void An_edited_template_makes_its_subtask_anew_but_not_the_catalog()
    {
        var reasons = RunReasons.Of(Compile.Sources(First, Second), compilation => Replace(compilation, First, First.Replace("Of {Items}", "Among {Items}", StringComparison.Ordinal)));

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged], reasons.Step(TrackingNames.Declarations));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], reasons.Step(TrackingNames.Subtasks));
        Assert.Equal([IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Cached], reasons.Step(TrackingNames.CatalogEntries));
        Assert.Equal([IncrementalStepRunReason.Cached], reasons.Step(TrackingNames.Catalog));
    }

    [Fact]
    public void An_edited_fragment_in_another_file_makes_its_users_anew()
    {
        var item = First[..First.IndexOf("[Subtask", StringComparison.Ordinal)];
        var reasons = RunReasons.Of(
            Compile.Sources(First[item.Length..], item),
            compilation => Replace(compilation, item, item.Replace("{Title}", "<{Title}>", StringComparison.Ordinal)));

        Assert.Equal([IncrementalStepRunReason.Modified], reasons.Step(TrackingNames.Declarations));
    }

    [Fact]
    public void An_edited_fragment_that_the_assembly_gives_makes_its_users_anew_and_no_other()
    {
        const string Given = "[assembly: Fragment<Foreign>(\"{Name}\")]";
        const string User = """
            public sealed class Foreign { public string Name { get; set; } = ""; }

            [Subtask("c"), Instruction("I"), Prompt("{Foreign}")]
            public sealed partial record C(Foreign Foreign)
            {
                [Answer("{Text}")]
                public sealed partial record Answer(string Text);
            }
            """;
        var reasons = RunReasons.Of(Compile.Sources(Given, User, Second), compilation => Replace(compilation, Given, Given.Replace("{Name}", "<{Name}>", StringComparison.Ordinal)));

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged], reasons.Step(TrackingNames.Declarations));
        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Cached], reasons.Step(TrackingNames.Subtasks));
        Assert.Equal([IncrementalStepRunReason.Cached], reasons.Step(TrackingNames.Catalog));
    }

    [Fact]
    public void A_fragment_that_the_assembly_gives_to_a_type_nobody_uses_makes_nothing_anew()
    {
        var reasons = RunReasons.Of(
            Compile.Sources(First),
            compilation => compilation.AddSyntaxTrees(Compile.Parse("[assembly: Itdr.Fragment<Unused>(\"{Name}\")] public sealed class Unused { public string Name { get; set; } = \"\"; }", "Unused.cs")));

        Assert.Equal([IncrementalStepRunReason.Unchanged], reasons.Step(TrackingNames.Declarations));
        Assert.All(reasons.Outputs, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void An_edit_that_changes_only_a_diagnostic_makes_nothing_anew()
    {
        // Without [NotRendered] the property is reported as unused; the code is the same.
        var silenced = Second.Replace("string Text)\n", "string Text, [NotRendered] int Row = 0)\n", StringComparison.Ordinal);
        var reasons = RunReasons.Of(
            Compile.Sources(First, silenced),
            compilation => Replace(compilation, silenced, silenced.Replace("[NotRendered] ", "", StringComparison.Ordinal)));

        Assert.NotEqual(Second, silenced);
        Assert.All(reasons.Step(TrackingNames.Declarations), reason => Assert.Equal(IncrementalStepRunReason.Unchanged, reason));
        Assert.All(reasons.Outputs, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, string source, string with)
    {
        var tree = compilation.SyntaxTrees.Single(candidate => candidate.ToString() == source);
        return compilation.ReplaceSyntaxTree(tree, Compile.Parse(with, tree.FilePath));
    }
}
