namespace Itdr.Tests.Constraints;

/// <summary>The recogniser that the other tests rely on.</summary>
public sealed class GbnfGrammarTests
{
    [Theory]
    [InlineData("root ::= \"a\" [b-d]* (\"x\" | \"y\"){2}\n", "abcdxy", true)]
    [InlineData("root ::= \"a\" [b-d]* (\"x\" | \"y\"){2}\n", "abcdx", false)]
    [InlineData("root ::= [^a\\n]?\n", "a", false)]
    [InlineData("root ::= [^a\\n]?\n", "b", true)]
    [InlineData("root ::= \"\\x41\\u611B\\U0001F3AC\\\"\\\\\"\n", "A愛🎬\"\\", true)]
    [InlineData("root ::= digit{1,3} \"\"\ndigit ::= [0-9]\n", "123", true)]
    [InlineData("root ::= digit{1,3} \"\"\ndigit ::= [0-9]\n", "1234", false)]
    [InlineData("root ::= \"(\" root? \")\"\n", "((()))", true)]
    [InlineData("root ::= \"(\" root? \")\"\n", "((())", false)]
    public void A_grammar_derives_its_texts_and_no_others(string grammar, string text, bool expected) =>
        Assert.Equal(expected, GbnfGrammar.Parse(grammar).Matches(text));

    [Theory]
    [InlineData("root ::= missing\n")]
    [InlineData("start ::= \"a\"\n")]
    [InlineData("root ::= \"a\\q\"\n")]
    [InlineData("root ::= \"a\nb\"\n")]
    [InlineData("root ::= (\"a\"\n")]
    [InlineData("ro_ot ::= \"a\"\n")]
    [InlineData("root ::= \"a\"\nroot ::= \"b\"\n")]
    public void What_is_no_grammar_is_refused(string grammar) =>
        Assert.Throws<FormatException>(() => GbnfGrammar.Parse(grammar));
}
