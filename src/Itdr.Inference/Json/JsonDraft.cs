namespace Itdr.Inference;

/// <summary>Watches the bytes of one JSON text as they are written, and takes none that no text of its form begins with.</summary>
internal sealed class JsonDraft
{
    /// <summary>As deep as readers of JSON go by default.</summary>
    private const int MostDepth = 64;

    private List<Head> heads;

    /// <summary>An empty text.</summary>
    /// <param name="form">What the whole text may be.</param>
    public JsonDraft(JsonPart form) => heads = [.. new JsonTail(form, null).Openings.Select(static tail => new Head(tail, 0))];

    /// <summary>Whether the text may end here.</summary>
    public bool IsWhole => heads.Exists(static head => head.Tail is null);

    /// <summary>Whether nothing can follow.</summary>
    public bool IsOver => heads.TrueForAll(static head => head.Tail is null);

    /// <summary>Whether a text can go on with bytes.</summary>
    public bool Allows(ReadOnlySpan<byte> bytes) => After(bytes).Count > 0;

    /// <summary>Adds bytes if a text can go on with all of them; adds nothing otherwise.</summary>
    public bool TryAdd(ReadOnlySpan<byte> bytes)
    {
        var after = After(bytes);
        if (after.Count == 0)
        {
            return false;
        }

        heads = after;
        return true;
    }

    private List<Head> After(ReadOnlySpan<byte> bytes)
    {
        var before = bytes.IsEmpty ? [] : heads;
        foreach (var value in bytes)
        {
            before = After(before, value);
        }

        return before;
    }

    private static List<Head> After(List<Head> before, byte value)
    {
        var (after, taking) = (new List<Head>(), 0);
        foreach (var (tail, depth) in before)
        {
            if (tail?.Part is not JsonByte part || !part.Takes(value) || depth + part.Nesting > MostDepth)
            {
                continue;
            }

            taking++;
            foreach (var opening in JsonTail.OpeningsOf(tail.Next))
            {
                after.Add(new Head(opening, depth + part.Nesting));
            }
        }

        // Ways that meet again go on as one, or else they double with each part that two of them can write.
        return taking > 1 ? [.. after.Distinct()] : after;
    }

    /// <summary>One way in which the text may go on.</summary>
    private readonly record struct Head(JsonTail? Tail, int Depth);
}
