namespace Itdr.Subtasks;

/// <summary>What the items of a source are, in words, so that one wording serves every domain.</summary>
/// <param name="Item">One item: <c>movie</c>.</param>
/// <param name="Items">Several items: <c>movies</c>.</param>
/// <param name="Engaged">What a user has done with them, as a past participle: <c>watched</c>.</param>
[Fragment("{Items}")]
public sealed record ItemDomain(string Item, string Items, string Engaged)
{
    /// <summary>Movies, watched.</summary>
    public static ItemDomain Movies { get; } = new("movie", "movies", "watched");
}
