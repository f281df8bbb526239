using CsCheck;

namespace Itdr.Tests.Constraints;

/// <summary>What holds for the constraint of every task.</summary>
public sealed class ConstraintLawTests
{
    private const int Samples = 3_000;

    [Fact]
    public void Every_label_and_every_answer_in_JSON_is_within_all_three_forms()
    {
        var labels = 0;
        AnswerCases.Any.Sample(
            answer =>
            {
                if (answer.Label is not { } label)
                {
                    return;
                }

                Interlocked.Increment(ref labels);
                var forms = new Forms(answer.Constraint);
                forms.AssertText(true, label);
                Assert.Equal("", forms.SchemaErrors(answer.Json));
            },
            iter: Samples);
        Assert.True(labels > Samples / 4, $"Only {labels} of {Samples} random answers have a label, too few to show the law.");
    }

    [Fact]
    public void What_damages_a_date_or_a_list_is_refused_by_both_text_forms()
    {
        var damages = new HashSet<string>();
        Gen.OneOf(AnswerCases.Dates, AnswerCases.Lists).Where(answer => answer.Label is not null).Sample(
            answer =>
            {
                var forms = new Forms(answer.Constraint);
                foreach (var (damage, text) in ((IDamagedCase)answer).Damaged(answer.Label!))
                {
                    Assert.False(answer.Reads(text), $"With {damage} the text is still a label: {text}");
                    forms.AssertText(false, text);
                    damages.Add($"{answer.GetType().Name}: {damage}");
                }
            },
            iter: 300,
            threads: 1);
        Assert.Equal(28, damages.Count);
    }

    [Fact]
    public void The_text_forms_agree_on_every_text_and_an_exact_constraint_lets_nothing_through_but_labels()
    {
        var (refused, exact) = (0, 0);
        AnswerCases.Any.Where(answer => answer.Label is not null).SelectMany(answer => AnswerCases.Near(answer.Label!).Select(text => (Answer: answer, Text: text))).Sample(
            sample =>
            {
                var (answer, text) = sample;
                var constraint = answer.Constraint;
                var forms = new Forms(constraint);
                var matches = forms.RegexMatches(text);
                Assert.Equal(matches, forms.GrammarMatches(text));
                if (answer.Reads(text))
                {
                    Assert.True(matches, $"A label is refused: {text}");
                }
                else if (constraint.IsExact)
                {
                    Assert.False(matches, $"What is no label is let through: {text}");
                    Interlocked.Increment(ref exact);
                }

                Interlocked.Add(ref refused, matches ? 0 : 1);
            },
            iter: Samples);
        Assert.True(refused > Samples / 10, $"Only {refused} texts were refused, too few to show the law.");
        Assert.True(exact > Samples / 50, $"Only {exact} texts outside of exact constraints, too few to show the law.");
    }
}
