using System.Text.RegularExpressions;
using NJsonSchema;

namespace Itdr.Tests.Constraints;

/// <summary>The three forms of a constraint, each read by something that did not write it.</summary>
internal sealed class Forms
{
    private readonly Lazy<Regex> regex;
    private readonly Lazy<GbnfGrammar> grammar;
    private readonly Lazy<JsonSchema> schema;

    public Forms(OutputConstraint constraint)
    {
        regex = new(() => new Regex($@"\A(?:{constraint.ToRegex()})\z", RegexOptions.CultureInvariant));
        grammar = new(() => GbnfGrammar.Parse(constraint.ToGbnf()));
        schema = new(() => JsonSchema.FromJsonAsync(constraint.ToJsonSchema().GetRawText()).GetAwaiter().GetResult());
    }

    /// <summary>Whether the regular expression matches the whole text.</summary>
    public bool RegexMatches(string text) => regex.Value.IsMatch(text);

    /// <summary>Whether the grammar derives the text.</summary>
    public bool GrammarMatches(string text) => grammar.Value.Matches(text);

    /// <summary>What is wrong with an answer in JSON; empty if nothing is.</summary>
    public string SchemaErrors(string json) => string.Join("; ", schema.Value.Validate(json).Select(error => error.ToString()));

    /// <summary>Requires both text forms to accept a text, or both to refuse it.</summary>
    public void AssertText(bool expected, string text)
    {
        Assert.True(RegexMatches(text) == expected, $"The regular expression should {(expected ? "match" : "refuse")} {text}\n{regex.Value}");
        Assert.True(GrammarMatches(text) == expected, $"The grammar should {(expected ? "derive" : "refuse")} {text}");
    }
}
