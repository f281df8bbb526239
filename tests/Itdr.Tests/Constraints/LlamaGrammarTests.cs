using CsCheck;

namespace Itdr.Tests.Constraints;

/// <summary>Grammars in the hands of llama.cpp itself.</summary>
public sealed class LlamaGrammarTests
{
    private const int Samples = 500;

    [LlamaFact]
    public void Llama_cpp_derives_a_text_if_and_only_if_the_regular_expression_matches_it()
    {
        var (derived, refused) = (0, 0);
        AnswerCases.Any.Where(answer => answer.Label is not null).SelectMany(answer => AnswerCases.Near(answer.Label!).Select(text => (Answer: answer, Text: text))).Sample(
            sample =>
            {
                var constraint = sample.Answer.Constraint;
                using var grammar = new LlamaGrammar(constraint.ToGbnf());
                Assert.True(grammar.Matches(sample.Answer.Label!), $"llama.cpp refuses the label {sample.Answer.Label}\n{constraint.ToGbnf()}");
                var expected = new Forms(constraint).RegexMatches(sample.Text);
                Assert.Equal(expected, grammar.Matches(sample.Text));
                _ = expected ? Interlocked.Increment(ref derived) : Interlocked.Increment(ref refused);
            },
            iter: Samples,
            threads: 1);
        Assert.InRange(derived, Samples / 20, Samples);
        Assert.InRange(refused, Samples / 20, Samples);
    }

    [LlamaFact]
    public void Llama_cpp_refuses_what_damages_a_date_or_a_list()
    {
        var damages = new HashSet<string>();
        Gen.OneOf(AnswerCases.Dates, AnswerCases.Lists).Where(answer => answer.Label is not null).Sample(
            answer =>
            {
                using var grammar = new LlamaGrammar(answer.Constraint.ToGbnf());
                Assert.True(grammar.Matches(answer.Label!), $"llama.cpp refuses the label {answer.Label}");
                foreach (var (damage, text) in ((IDamagedCase)answer).Damaged(answer.Label!))
                {
                    Assert.False(grammar.Matches(text), $"llama.cpp lets {damage} through: {text}");
                    damages.Add($"{answer.GetType().Name}: {damage}");
                }
            },
            iter: 100,
            threads: 1);
        Assert.Equal(28, damages.Count);
    }

    [LlamaFact]
    public void Llama_cpp_reads_every_kind_of_part()
    {
        (OutputConstraint Constraint, string Label, string? Other)[] cases =
        [
            (OutputConstraint.Sequence(), "", "a"),
            (OutputConstraint.Literal("a\"\\\u0007🎬"), "a\"\\\u0007🎬", "a\"\\\u0008🎬"),
            (OutputConstraint.Optional(OutputConstraint.Literal("x")), "", "xx"),
            (new NumberSlot<long>("Number", TextEnd.OfAnswer).Constrain(), "-9223372036854775808", "9223372036854775808"),
            (new NumberSlot<double>("Number", TextEnd.OfAnswer).Constrain(), "-1.5E-07", "1.5E7"),
            (new NumberSlot<int>("Number", TextEnd.OfAnswer) { Format = "000" }.Constrain(), "007", "7a"),
            (new TextSlot("Über_Text", TextEnd.OfAnswer).Constrain(), "愛 and\n🎬", "a\u3000"),
            (new TextSlot("Text", TextEnd.OfAnswer).Constrain(), "\u200D“¿«「", "\u2003"),
            (new TextSlot("Text", TextEnd.Before("🎬")).Constrain(), "a\n🎬]^-", null),
            (new TextSlot("Text", TextEnd.Before("]", "-", "^", "\\")).Constrain(), "a\"b", "a^b"),
        ];
        foreach (var (constraint, label, other) in cases)
        {
            using var grammar = new LlamaGrammar(constraint.ToGbnf());
            Assert.True(grammar.Matches(label), $"llama.cpp refuses {label}\n{constraint.ToGbnf()}");
            Assert.True(other is null || !grammar.Matches(other), $"llama.cpp lets {other} through\n{constraint.ToGbnf()}");
        }
    }

    [LlamaFact]
    public void Llama_cpp_refuses_a_grammar_that_is_none() =>
        Assert.Throws<FormatException>(() => new LlamaGrammar("root ::= missing\n"));
}
