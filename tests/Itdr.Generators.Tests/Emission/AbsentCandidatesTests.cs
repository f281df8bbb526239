using Itdr.Generators.Tests.Harness;

namespace Itdr.Generators.Tests.Emission;

/// <summary>An optional slot whose task has nothing to choose from is left out of the constraint.</summary>
public class AbsentCandidatesTests
{
    private static readonly Declared Picks = Declared.From(
        """
        [Subtask("pick"), Instruction("Pick."), Prompt("{Names}")]
        public sealed partial record Pick(string[] Names)
        {
            [Answer("{?Name}name: {Name}{/Name}\n{?Ranking}ranking: {Ranking}{/Ranking}\nsure: {Sure}{?Other} or {Other}{/Other}")]
            public sealed partial record Answer(
                [ChosenFrom(nameof(Names))] string? Name,
                [RankedFrom(nameof(Names), Top = 1)] IReadOnlyList<string>? Ranking,
                bool Sure,
                [ChosenFrom(nameof(Names))] string? Other);
        }

        [Subtask("must"), Instruction("Pick."), Prompt("{Names}")]
        public sealed partial record Must(string[] Names)
        {
            [Answer("name: {Name}")]
            public sealed partial record Answer([ChosenFrom(nameof(Names))] string Name);
        }

        public static class Samples
        {
            public static Func<string[], OutputConstraint> Constrain => names => Pick.Constrain(new(names));
            public static Func<string[], string, string> Label => (names, name) => new Pick(names).ToLabel(new(name.Length == 0 ? null : name, null, true, null));
            public static Func<string[], OutputConstraint> ConstrainMust => names => Must.Constrain(new(names));
        }
        """);

    [Theory]
    [InlineData]
    [InlineData("a", "a")]
    [InlineData("")]
    public void Without_candidates_that_can_be_told_apart_only_the_other_slots_are_left(params string[] names)
    {
        var constraint = Picks.Sample<Func<string[], OutputConstraint>>("Constrain")(names);

        Assert.Equal("sure: (?:true|false)", constraint.ToRegex());
        Assert.DoesNotContain("name", constraint.ToGbnf(), StringComparison.Ordinal);
        Assert.Contains("\"name\":{\"type\":\"null\"}", constraint.ToJsonSchema().ToString(), StringComparison.Ordinal);
        Assert.Matches($@"\A(?:{constraint.ToRegex()})\z", Picks.Sample<Func<string[], string, string>>("Label")(names, ""));
    }

    [Fact]
    public void With_candidates_the_sections_are_there()
    {
        var constraint = Picks.Sample<Func<string[], OutputConstraint>>("Constrain")(["a", "b"]);

        Assert.Matches($@"\A(?:{constraint.ToRegex()})\z", "name: b\nranking: a\nsure: true or a");
        Assert.Matches($@"\A(?:{constraint.ToRegex()})\z", "sure: true");
    }

    [Fact]
    public void A_slot_that_must_be_there_is_still_refused() =>
        Assert.Throws<AnswerRefusedException>(() => Picks.Sample<Func<string[], OutputConstraint>>("ConstrainMust")([]));
}
