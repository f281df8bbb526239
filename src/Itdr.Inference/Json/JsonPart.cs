namespace Itdr.Inference;

/// <summary>A part of a JSON text: a byte of a set, or something that unfolds into ways to go on.</summary>
internal abstract class JsonPart
{
    /// <summary>The ways to write this part and then what follows, each with its first part unfolded once; not called for <see cref="JsonByte"/>.</summary>
    public abstract IEnumerable<JsonTail?> Unfold(JsonTail? next);
}

/// <summary>What is still to be written: a part and what follows it; null is nothing.</summary>
/// <param name="part">What comes next.</param>
/// <param name="next">What comes then.</param>
internal sealed class JsonTail(JsonPart part, JsonTail? next)
{
    private static readonly JsonTail?[] Over = [null];

    private JsonTail?[]? openings;

    public JsonPart Part { get; } = part;

    public JsonTail? Next { get; } = next;

    /// <summary>The ways to go on, each with a byte first; null among them if it may all be over.</summary>
    public IReadOnlyList<JsonTail?> Openings => openings ??= Part is JsonByte ? [this] : [.. Part.Unfold(Next).SelectMany(OpeningsOf).Distinct()];

    /// <summary>The same of what may be nothing.</summary>
    public static IReadOnlyList<JsonTail?> OpeningsOf(JsonTail? tail) => tail?.Openings ?? Over;

    /// <summary>Parts in a row and then what follows.</summary>
    public static JsonTail? Of(JsonTail? next, params ReadOnlySpan<JsonPart> parts)
    {
        for (var index = parts.Length - 1; index >= 0; index--)
        {
            next = new JsonTail(parts[index], next);
        }

        return next;
    }
}

/// <summary>One byte of a set.</summary>
/// <param name="values">The set.</param>
/// <param name="nesting">1 if it opens an object or array, -1 if it closes one, otherwise 0.</param>
internal sealed class JsonByte(IEnumerable<byte> values, int nesting = 0) : JsonPart
{
    private readonly bool[] takes = Set(values);

    public int Nesting { get; } = nesting;

    public bool Takes(byte value) => takes[value];

    public override IEnumerable<JsonTail?> Unfold(JsonTail? next) => throw new InvalidOperationException("A byte is taken, not unfolded.");

    private static bool[] Set(IEnumerable<byte> values)
    {
        var set = new bool[256];
        foreach (var value in values)
        {
            set[value] = true;
        }

        return set;
    }
}

/// <summary>Parts in a row.</summary>
internal sealed class JsonSequence(params JsonPart[] parts) : JsonPart
{
    public override IEnumerable<JsonTail?> Unfold(JsonTail? next) => [JsonTail.Of(next, parts)];
}

/// <summary>One of some parts.</summary>
internal sealed class JsonAnyOf(params JsonPart[] parts) : JsonPart
{
    public override IEnumerable<JsonTail?> Unfold(JsonTail? next) => parts.Select(part => JsonTail.Of(next, part));
}

/// <summary>A part several times in a row; the part is never empty.</summary>
/// <param name="part">The part.</param>
/// <param name="least">The least number of times.</param>
/// <param name="most">The most, or null for any number.</param>
internal sealed class JsonRepeat(JsonPart part, int least, int? most) : JsonPart
{
    public override IEnumerable<JsonTail?> Unfold(JsonTail? next)
    {
        if (least == 0)
        {
            yield return next;
        }

        if (most is not 0)
        {
            yield return JsonTail.Of(next, part, least == 0 && most is null ? this : new JsonRepeat(part, Math.Max(0, least - 1), most - 1));
        }
    }
}

/// <summary>A part that is set later, because it holds itself.</summary>
internal sealed class JsonReference : JsonPart
{
    public JsonPart? Target { get; set; }

    public override IEnumerable<JsonTail?> Unfold(JsonTail? next) => [JsonTail.Of(next, Target!)];
}

/// <summary>The rest of a number within bounds, without an exponent.</summary>
/// <param name="bounds">The bounds.</param>
/// <param name="text">What is written of it.</param>
internal sealed class JsonBoundedNumber(NumberPrefix bounds, string text = "") : JsonPart
{
    public override IEnumerable<JsonTail?> Unfold(JsonTail? next)
    {
        if (text.Length > 0 && char.IsAsciiDigit(text[^1]) && bounds.Is(text))
        {
            yield return next;
        }

        foreach (var character in "-.0123456789")
        {
            if (bounds.CanBecome(text + character))
            {
                yield return JsonTail.Of(next, JsonShapes.Of(character), new JsonBoundedNumber(bounds, text + character));
            }
        }
    }
}

/// <summary>The rest of an array whose items are of a closed set, none of them twice, up to what closes it.</summary>
/// <param name="values">The set.</param>
/// <param name="taken">The places in the set of the items written.</param>
/// <param name="least">The least number of items.</param>
/// <param name="most">The most.</param>
internal sealed class JsonDistinctItems(IReadOnlyList<JsonPart> values, IReadOnlyList<int> taken, int least, int most) : JsonPart
{
    public override IEnumerable<JsonTail?> Unfold(JsonTail? next)
    {
        if (taken.Count >= least)
        {
            yield return next;
        }

        for (var index = 0; index < values.Count && taken.Count < most; index++)
        {
            if (!taken.Contains(index))
            {
                yield return JsonTail.Of(
                    next, taken.Count == 0 ? JsonShapes.Nothing : JsonShapes.Comma, JsonShapes.Space, values[index], new JsonDistinctItems(values, [.. taken, index], least, most));
            }
        }
    }
}
