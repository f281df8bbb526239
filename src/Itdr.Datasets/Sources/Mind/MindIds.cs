namespace Itdr.Datasets.Sources.Mind;

/// <summary>The form of the ids of MIND: a letter and a number.</summary>
internal static class MindIds
{
    /// <summary>Whether a text is the id of an article: <c>N43266</c>.</summary>
    public static bool IsNews(ReadOnlySpan<char> id) => Is(id, 'N');

    /// <summary>Whether a text is the id of a user: <c>U81994</c>.</summary>
    public static bool IsUser(ReadOnlySpan<char> id) => Is(id, 'U');

    private static bool Is(ReadOnlySpan<char> id, char letter) =>
        id.Length > 1 && id[0] == letter && id[1..].IndexOfAnyExceptInRange('0', '9') < 0;
}
