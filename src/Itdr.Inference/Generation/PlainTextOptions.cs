using System.Collections.Immutable;
using System.Text.Json;

namespace Itdr.Inference;

/// <summary>How a text is written that no subtask describes, such as a chat's answer.</summary>
public sealed record PlainTextOptions
{
    /// <summary>How the text is drawn; its own bound on tokens is not used.</summary>
    public SamplingOptions Sampling { get; init; } = SamplingOptions.Greedy;

    /// <summary>The most tokens, at least 1; 512 if not set.</summary>
    public int MaxTokens { get; init; } = 512;

    /// <summary>Texts that end the answer and are no part of it; none if not set.</summary>
    public ImmutableArray<string> Stops { get; init; } = [];

    /// <summary>Whether the answer is one JSON object, which is enforced byte by byte.</summary>
    public bool IsJson { get; init; }

    /// <summary>
    /// The JSON schema (draft 2020-12) of the answer, which is enforced byte by byte; null, the default, for none. What
    /// comes out is valid, members in the order of the schema and no others where it names any. Known are <c>type</c>,
    /// <c>enum</c>, <c>const</c>, <c>anyOf</c>, <c>$ref</c> within the schema, <c>properties</c>, <c>required</c>,
    /// <c>additionalProperties</c>, <c>items</c>, <c>minItems</c>, <c>maxItems</c>, <c>uniqueItems</c> of an enum,
    /// <c>minLength</c>, <c>maxLength</c>, <c>minimum</c>, <c>maximum</c> and, of integers, <c>exclusiveMinimum</c> and
    /// <c>exclusiveMaximum</c>; other keywords are refused, but for those that only describe.
    /// </summary>
    public JsonElement? JsonSchema { get; init; }

    /// <summary>What the text may be, or null if it is no JSON.</summary>
    /// <exception cref="NotSupportedException">The schema has a keyword that is not known.</exception>
    /// <exception cref="ArgumentException">The schema is none.</exception>
    internal JsonPart? Form() => JsonSchema is { } schema ? JsonSchemaReader.Read(schema) : IsJson ? JsonShapes.AnyObject : null;

    internal void Validate()
    {
        Sampling.Validate();
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxTokens, 1);
        if (Stops.Contains("", StringComparer.Ordinal))
        {
            throw new ArgumentException("A text that ends the answer is empty; give each at least one character.");
        }
    }
}

/// <summary>Why a plain text ended.</summary>
public enum PlainTextEnd
{
    /// <summary>The model ended its turn, or its JSON is whole.</summary>
    Turn,

    /// <summary>The model wrote a text that ends the answer.</summary>
    Stop,

    /// <summary>The tokens allowed, or the context, were used up.</summary>
    Length,
}

/// <summary>A plain text that a model wrote.</summary>
/// <param name="Text">The text.</param>
/// <param name="End">Why it ended.</param>
/// <param name="Usage">What the call took.</param>
public sealed record PlainOutput(string Text, PlainTextEnd End, EngineUsage Usage);
