using System.Text.Json;
using System.Text.RegularExpressions;

namespace Itdr.Tests.Constraints;

public sealed class OutputConstraintTests
{
    private static readonly string[] Films = ["Heat", "The \"Post\\man\"", "A [b] ^c - d*"];

    [Fact]
    public void A_ranking_reads_well_in_every_form()
    {
        var constraint = Rank(ListLayout.Numbered, "Heat", "Up");
        Assert.Equal("root ::= \"1. \" ranking \"\\n2. \" ranking\nranking ::= \"Heat\" | \"Up\"\n", constraint.ToGbnf());
        Assert.Equal(@"1\. (?:Heat|Up)\n2\. (?:Heat|Up)", constraint.ToRegex());
        Assert.Equal(
            """{"type":"object","properties":{"ranking":{"type":"array","items":{"type":"string","enum":["Heat","Up"]},"minItems":2,"maxItems":2,"uniqueItems":true}},"required":["ranking"],"additionalProperties":false}""",
            constraint.ToJsonSchema().GetRawText());
    }

    [Fact]
    public void Lines_that_may_be_missing_share_their_rules_in_a_grammar()
    {
        var constraint = OutputConstraint.Lines(
            OutputConstraint.Optional(OutputConstraint.Literal("a: "), Number("A")),
            OutputConstraint.Literal("b"),
            OutputConstraint.Optional(OutputConstraint.Literal("c: "), Number("C")));
        Assert.Equal(
            """
            root ::= "a: " a rest | "b" rest-2
            a ::= [1-9]
            rest ::= "\nb" rest-2
            rest-2 ::= ("\nc: " c)?
            c ::= [1-9]

            """.ReplaceLineEndings("\n"),
            constraint.ToGbnf());
        Assert.Equal(@"a: [1-9]\nb(?:\nc: [1-9])?|b(?:\nc: [1-9])?", constraint.ToRegex());
        Assert.True(constraint.IsExact);
    }

    [Theory]
    [InlineData("1. Heat\n2. A [b] ^c - d*\n3. The \"Post\\man\"", true)]
    [InlineData("1. Heat\n2. Heat\n3. The \"Post\\man\"", true)]
    [InlineData("1. Heat\n2. A [b] ^c - d*\n3. The Postman", false)]
    [InlineData("1. Heat\n2. A [b] ^c - d", false)]
    [InlineData("1. Heat\n2. A [b] ^c - d*\n3. Up", false)]
    [InlineData("1) Heat\n2. A [b] ^c - d*\n3. The \"Post\\man\"", false)]
    [InlineData("1. Heat\n2. A [b] ^c - d*\n3. The \"Post\\man\"\n", false)]
    [InlineData("1. Heat\n2. A b ^c - d*\n3. The \"Post\\man\"", false)]
    public void A_ranking_lets_its_own_entries_through_and_may_repeat_them(string text, bool expected)
    {
        var constraint = Rank(ListLayout.Numbered, Films);
        Assert.False(constraint.IsExact);
        new Forms(constraint).AssertText(expected, text);
    }

    [Theory]
    [InlineData("""{"ranking":["A","C","B"]}""", true)]
    [InlineData("""{"ranking":["A","C","A"]}""", false)]
    [InlineData("""{"ranking":["A","C","D"]}""", false)]
    [InlineData("""{"ranking":["A","C"]}""", false)]
    [InlineData("""{"ranking":["A","C","B","A"]}""", false)]
    [InlineData("""{"ranking":"A"}""", false)]
    [InlineData("""{"ranking":["A","C","B"],"more":1}""", false)]
    [InlineData("""{}""", false)]
    public void A_ranking_in_JSON_is_each_text_once(string json, bool expected) =>
        Assert.Equal(expected, new Forms(Rank(ListLayout.Numbered, "A", "B", "C")).SchemaErrors(json).Length == 0);

    [Theory]
    [InlineData("""{}""", true)]
    [InlineData("""{"country":null,"age":null,"work":"baker"}""", true)]
    [InlineData("""{"age":17}""", true)]
    [InlineData("""{"age":4}""", false)]
    [InlineData("""{"age":17.5}""", false)]
    [InlineData("""{"country":""}""", false)]
    [InlineData("""{"Country":"Japan"}""", false)]
    public void A_slot_of_a_section_may_be_missing_in_JSON(string json, bool expected) =>
        Assert.Equal(expected, new Forms(new LinesCase(null, null, null).Constraint).SchemaErrors(json).Length == 0);

    [Theory]
    [InlineData("country: Japan\nage: 30\nwork: baker", true)]
    [InlineData("work: baker", true)]
    [InlineData("country: Japan\nwork: baker", true)]
    [InlineData("country: a\nb\nag\nage: 30", true)]
    [InlineData("", true)]
    [InlineData("\nwork: baker", false)]
    [InlineData("work: baker\n", false)]
    [InlineData("country: Japan\n\nage: 30", true)]
    [InlineData("country: Japan\nage: 3", false)]
    [InlineData("country: Japan\nage: 118", false)]
    [InlineData("country: Japan\nage: 30\nage: 31", false)]
    [InlineData("age: 30\ncountry: Japan", false)]
    [InlineData("country:Japan", false)]
    [InlineData("work:  baker", false)]
    [InlineData("country: Japan\nage: thirty", false)]
    public void Lines_stand_in_their_order_with_line_breaks_between_them(string text, bool expected) =>
        new Forms(new LinesCase(null, null, null).Constraint).AssertText(expected, text);

    [Theory]
    [InlineData("<|im_end|>")]
    [InlineData("root ::= \"x\"\nroot")]
    [InlineData("{2}{,}*+?")]
    [InlineData("[^\\]-a&&b||c~~d--e]")]
    [InlineData("\\E\\Q\\d\\1(?=x)$^")]
    [InlineData("\u0000\u0001\u001F\u007F\u0085\u00AD\u200B\u2028\uFEFF")]
    [InlineData("🎬 é e\u0301 愛 مرحبا")]
    [InlineData("a\r\nb\tc\n\n")]
    [InlineData("#x # y")]
    [InlineData("/x/ <b> _ %s @ ` ~ ! ; : ' \"")]
    public void A_value_is_a_literal_in_every_form(string value)
    {
        var constraint = Choose(value, "other");
        Assert.True(constraint.IsExact);
        var forms = new Forms(constraint);
        forms.AssertText(true, value);
        forms.AssertText(false, value + value);
        forms.AssertText(false, value[1..]);
        forms.AssertText(false, $"x{value}");
        Assert.Equal("", forms.SchemaErrors(JsonSerializer.Serialize(new { choice = value })));
        Assert.NotEqual("", forms.SchemaErrors(JsonSerializer.Serialize(new { choice = value + "x" })));
    }

    [Fact]
    public void Half_of_a_surrogate_pair_stands_in_the_forms_as_it_does_in_UTF_8()
    {
        var constraint = Choose("a\uD83C", "b");
        Assert.Equal("a\uFFFD|b", constraint.ToRegex());
        new Forms(constraint).AssertText(true, "a\uFFFD");
    }

    [Fact]
    public void A_terminator_beyond_the_first_plane_is_not_kept_out_of_a_free_text()
    {
        var constraint = new TextSlot("Note", TextEnd.Before("🎬")).Constrain();
        Assert.False(constraint.IsExact);
        new Forms(constraint).AssertText(true, "a 🎬 b");
    }

    [Theory]
    [InlineData("aab", "aaab", false)]
    [InlineData("aab", "aaa", true)]
    [InlineData("aab", "aba", true)]
    [InlineData("aab", "", true)]
    [InlineData("\n\n", "a\n", false)]
    [InlineData("\n\n", "a\nb", true)]
    [InlineData(". ", "a.b .", true)]
    [InlineData("aa", "a", false)]
    public void A_free_text_neither_holds_what_ends_it_nor_starts_it_too_early(string terminator, string text, bool expected)
    {
        var constraint = new TextSlot("Note", TextEnd.Before(terminator)).Constrain();
        Assert.True(constraint.IsExact);
        new Forms(constraint).AssertText(expected, text);
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("a \n b", true)]
    [InlineData(" a", false)]
    [InlineData("a\u3000", false)]
    [InlineData("a\n", false)]
    [InlineData("", false)]
    public void A_last_free_text_has_no_white_space_around_it(string text, bool expected)
    {
        var constraint = new TextSlot("Note", TextEnd.OfAnswer).Constrain();
        Assert.True(constraint.IsExact);
        new Forms(constraint).AssertText(expected, text);
    }

    [Fact]
    public void A_task_whose_candidates_have_no_label_is_refused_with_the_reason()
    {
        Assert.Contains("is empty", Assert.Throws<AnswerRefusedException>(() => Rank(ListLayout.Numbered)).Message, StringComparison.Ordinal);
        Assert.Contains("is empty", Assert.Throws<AnswerRefusedException>(() => Choose()).Message, StringComparison.Ordinal);
        Assert.Contains("same text", Assert.Throws<AnswerRefusedException>(() => Rank(ListLayout.Numbered, "A", "A")).Message, StringComparison.Ordinal);
        Assert.Contains("no text", Assert.Throws<AnswerRefusedException>(() => Choose("A", "")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_choice_that_reads_two_ways_with_what_follows_is_not_exact()
    {
        string[] candidates = ["A", "A.B"];
        using var texts = CandidateTexts.Render(candidates);
        Assert.False(new ChoiceSlot("Choice", "Candidates", TextEnd.Before(".", ".B.")).Constrain(texts).IsExact);
        Assert.True(new ChoiceSlot("Choice", "Candidates", TextEnd.Before("!")).Constrain(texts).IsExact);
    }

    [Fact]
    public void A_regular_expression_can_be_run_as_an_automaton()
    {
        // This engine refuses look-around and back-references, as the engines of inference servers do.
        OutputConstraint[] constraints = [new LinesCase(null, null, null).Constraint, Rank(ListLayout.Numbered, Films), new NumberSlot<double>("Score", TextEnd.OfAnswer).Constrain()];
        string[] labels = ["country: a\nb\nage: 30", "1. Heat\n2. The \"Post\\man\"\n3. A [b] ^c - d*", "-1.5E-07"];
        foreach (var (constraint, label) in constraints.Zip(labels))
        {
            Assert.Matches(new Regex($@"\A(?:{constraint.ToRegex()})\z", RegexOptions.NonBacktracking), label);
        }
    }

    [Fact]
    public void The_parts_of_a_constraint_can_be_walked()
    {
        var review = Assert.IsType<SequenceConstraint>(new ReviewCase(["A", "B"], "A", RatingScale.FivePoints, 4, "good").Constraint);
        Assert.Equal(["Choice", "Rating", "Reason"], review.Parts.OfType<SlotConstraint>().Select(slot => slot.Slot.Name));
        Assert.Equal(["A", "B"], Assert.IsType<ChoiceConstraint>(review.Parts[1]).Texts);
        Assert.Equal(["1", "2", "3", "4", "5"], Assert.IsType<NumberConstraint>(review.Parts[3]).Texts);
        var ranking = Assert.IsType<RankingConstraint>(Rank(ListLayout.Inline, "A", "B", "C"));
        Assert.Equal(3, ranking.Places);
        Assert.Same(ListLayout.Inline, ranking.Layout);
    }

    private static OutputConstraint Number(string name) => new NumberSlot<int>(name, TextEnd.OfAnswer) { Minimum = 1, Maximum = 9 }.Constrain();

    private static OutputConstraint Rank(ListLayout layout, params string[] candidates)
    {
        using var texts = CandidateTexts.Render(candidates);
        return new RankingSlot("Ranking", "Candidates", layout, TextEnd.OfAnswer).Constrain(texts);
    }

    private static OutputConstraint Choose(params string[] candidates)
    {
        using var texts = CandidateTexts.Render(candidates);
        return new ChoiceSlot("Choice", "Candidates", TextEnd.OfAnswer).Constrain(texts);
    }
}
