namespace Itdr.Tests.Answers;

public sealed class DeniedChoiceTests
{
    private static readonly string[] Candidates = ["Aliens", "Heat Street", "Never Look Back"];
    private static readonly ChoiceSlot Slot = new("Choice", "Candidates", TextEnd.OfAnswer);

    [Theory]
    [InlineData("Not Aliens", "Not Aliens")]
    [InlineData("Anything but Aliens", "but Aliens")]
    [InlineData("I would never pick Aliens here.", "never pick Aliens here.")]
    [InlineData("I can't recommend \"Aliens\".", "can't recommend \"Aliens\".")]
    [InlineData("I won’t say **Aliens**", "won’t say **Aliens**")]
    [InlineData("Neither Aliens", "Neither Aliens")]
    [InlineData("All of them except Aliens.", "except Aliens.")]
    [InlineData("Watch something instead of Aliens", "instead of Aliens")]
    [InlineData("Rather than Aliens I would wait", "Rather than Aliens I would wait")]
    [InlineData("Please avoid Aliens", "avoid Aliens")]
    [InlineData("They watch happily without Aliens, I guess", "without Aliens, I guess")]
    [InlineData("I would not\nchoose Aliens", "not")]
    [InlineData("It is Aliens. Or rather, it is not Aliens.", "not Aliens.")]
    [InlineData("In truth Aliens is not a fit", "not a fit")]
    [InlineData("In truth Aliens isn't a fit", "isn't a fit")]
    [InlineData("I would avoid:\nAliens", "avoid:")]
    [InlineData("Their last wish would not be\n1. **Aliens**", "not be")]
    [InlineData("Aliens - not a good fit", "not a good fit")]
    [InlineData("1. **Aliens** (doesn't fit)", "doesn't fit)")]
    [InlineData("aliens: never again", "never again")]
    public void A_candidate_that_the_sentence_denies_is_a_failure_that_shows_the_denial(string text, string found)
    {
        var failure = Assert.IsType<ParseFailure>(Read(text).Failure);
        Assert.Equal("one of Candidates that the sentence does not deny", failure.Expected);
        Assert.Equal($"\"{found}\"", failure.Found);
    }

    [Theory]
    [InlineData("I would go with Aliens here.", "Aliens")]
    [InlineData("This is not an easy one. The user will watch Aliens next.", "Aliens")]
    [InlineData("Not easy!\n\nThe user will watch Aliens next", "Aliens")]
    [InlineData("They will pick Never Look Back, and then Never Look Back again.", "Never Look Back")]
    [InlineData("The notable nobleman would pick Aliens", "Aliens")]
    [InlineData("I choose Aliens, not the others.", "Aliens")]
    [InlineData("Nothing else comes close.\nAliens", "Aliens")]
    [InlineData("There is no doubt!\nAliens", "Aliens")]
    [InlineData("Never Look Back - a safe choice", "Never Look Back")]
    [InlineData("Aliens, not the others", "Aliens")]
    [InlineData("Aliens - they liked thrillers, and did not like romances", "Aliens")]
    public void A_denial_of_something_else_leaves_the_choice(string text, string choice)
    {
        var (value, failure) = Read(text);
        Assert.Null(failure);
        Assert.Equal(choice, value);
    }

    private static (string? Value, ParseFailure? Failure) Read(string text)
    {
        var reader = AnswerReader.Tolerant(text);
        using var texts = reader.Candidates(Candidates);
        var value = Slot.Read(ref reader, texts, Candidates);
        reader.End();
        return (value, reader.Failure);
    }
}
