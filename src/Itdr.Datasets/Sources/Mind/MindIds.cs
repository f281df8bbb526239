namespace Itdr.Datasets.Sources.Mind;

/// <summary>The form of the ids of MIND: a letter and a number.</summary>
internal static class MindIds
{
    /// <summary>Whether a text in UTF-8 is the id of an article: <c>N43266</c>.</summary>
    public static bool IsNews(ReadOnlySpan<byte> id) => Is(id, (byte)'N');

    /// <summary>Whether a text in UTF-8 is the id of a user: <c>U81994</c>.</summary>
    public static bool IsUser(ReadOnlySpan<byte> id) => Is(id, (byte)'U');

    private static bool Is(ReadOnlySpan<byte> id, byte letter) =>
        id.Length > 1 && id[0] == letter && id[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}
