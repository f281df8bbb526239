namespace Itdr.Datasets.Tables;

/// <summary>What a source says of a user; null where it says nothing.</summary>
/// <param name="Gender">The gender, in the words of the source.</param>
/// <param name="AgeGroup">A range of years, such as <c>25-34</c>.</param>
/// <param name="Occupation">The occupation, in the words of the source.</param>
internal sealed record UserProfile(string? Gender, string? AgeGroup, string? Occupation);

/// <summary>The users of whom a source says something, by id.</summary>
internal sealed class UserTable(IReadOnlyDictionary<string, UserProfile> profiles)
{
    /// <summary>The table of a source that says nothing of its users.</summary>
    public static UserTable Empty { get; } = new(new Dictionary<string, UserProfile>());

    /// <summary>What is known of a user, or null.</summary>
    public UserProfile? Find(string id) => profiles.GetValueOrDefault(id);
}
