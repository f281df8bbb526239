using System.Collections;
using System.Reflection;
using Itdr.Generators.Model;
using Itdr.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Itdr.Generators.Tests.Incremental;

/// <summary>A model that held a symbol or a tree would keep a whole compilation alive and never be equal to the next run's.</summary>
public class ModelPurityTests
{
    private const string Rich = """
        [Fragment("{Title}")]
        [Fragment("{Title}{?Tag}:{Tag}{/Tag}", Format = "tagged")]
        public sealed record Item(string Title, string? Tag = null) { [NotRendered] public string? Id { get; init; } }

        [Subtask("rich", RootTask = RootTask.UserItemUnderstanding, Method = "Rich"), Instruction("I")]
        [Prompt("{?Mood}\nIn a {Mood} mood\n{/Mood}\n{Items:tagged} {Item} {Numbers:0.0}{?Count} {Count}{/Count}\n{Scale.Maximum}")]
        [Prompt("{Items}", Variant = "bare")]
        public sealed partial record Rich(
            [List(ListStyle.Bulleted, Separator = "; ")] IReadOnlyList<Item> Items, Item Item, double[] Numbers, int? Count, string? Mood, RatingScale Scale)
        {
            [Answer("{Ranking}\n{?Choice}choice: {Choice:tagged}{/Choice}\n{?Age}age: {Age}{/Age}\nrating: {Rating}{?Why}, because {Why}{/Why}"), Metrics("m")]
            public sealed partial record Answer(
                [RankedFrom(nameof(Items)), List(ListStyle.Numbered)] ImmutableArray<Item> Ranking,
                [ChosenFrom(nameof(Items))] Item? Choice,
                [Range(0, 9), Metrics("rmse")] int? Age,
                [OnScale(nameof(Scale))] decimal Rating,
                string? Why);
        }
        """;

    [Fact]
    public void The_model_holds_no_part_of_a_compilation()
    {
        var reasons = RunReasons.Of(Compile.Sources(Rich), compilation => compilation);
        var values = RunReasons.StepNames.SelectMany(reasons.Values).ToList();

        Assert.Contains(values, value => value is SubtaskModel);
        Assert.Contains(values, value => value is CatalogModel);
        Assert.Empty(values.SelectMany(ImpureParts));
    }

    [Fact]
    public void Two_runs_over_equal_sources_give_equal_models()
    {
        static SubtaskModel Model() => RunReasons.Of(Compile.Sources(Rich), compilation => compilation).Values(TrackingNames.Subtasks).OfType<SubtaskModel>().Single();

        Assert.Equal(Model(), Model());
        Assert.Equal(Model().GetHashCode(), Model().GetHashCode());
    }

    [Fact]
    public void The_walk_finds_what_it_looks_for()
    {
        var compilation = Compile.Sources(Rich);
        var tree = compilation.SyntaxTrees[0];
        object[] planted = [compilation, compilation.GlobalNamespace, tree, tree.GetRoot(), tree.GetRoot().GetLocation()];

        Assert.All(planted, part => Assert.NotEmpty(ImpureParts(new Holder(new EquatableArray<Inner>([new Inner(part)])))));
        Assert.Empty(ImpureParts(new Holder(new EquatableArray<Inner>([new Inner("text")]))));
    }

    [Fact]
    public void The_declaration_that_is_walked_compiles() => Assert.Single(Declared.From(Rich).Subtasks);

    /// <summary>The parts of a compilation that can be reached from a value.</summary>
    private static IEnumerable<string> ImpureParts(object value)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var waiting = new Queue<(object Value, string Path)>([(value, value.GetType().Name)]);
        while (waiting.TryDequeue(out var next))
        {
            if (next.Value is ISymbol or SyntaxNode or Compilation or SyntaxTree or Location or SyntaxReference or AttributeData)
            {
                yield return $"{next.Path} is a {next.Value.GetType()}";
                continue;
            }

            if (next.Value is string or Type || next.Value.GetType().IsPrimitive || next.Value.GetType().IsEnum || !seen.Add(next.Value))
            {
                continue;
            }

            if (next.Value is IEnumerable items)
            {
                foreach (var item in items.Cast<object?>().OfType<object>())
                {
                    waiting.Enqueue((item, next.Path + "[]"));
                }
            }

            for (var type = next.Value.GetType(); type is not null; type = type.BaseType)
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    if (field.GetValue(next.Value) is { } held)
                    {
                        waiting.Enqueue((held, $"{next.Path}.{field.Name}"));
                    }
                }
            }
        }
    }

    private sealed record Holder(EquatableArray<Inner> Inners);

    private sealed record Inner(object Value);
}
