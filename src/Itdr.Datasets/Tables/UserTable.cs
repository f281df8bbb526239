namespace Itdr.Datasets.Tables;

/// <summary>What a source says of a user; null where it says nothing.</summary>
internal sealed record UserProfile
{
    /// <summary>The country's name.</summary>
    public string? Country { get; init; }

    /// <summary>A place in free form.</summary>
    public string? Location { get; init; }

    /// <summary>The gender, in the words of the source.</summary>
    public string? Gender { get; init; }

    /// <summary>A range of years, such as <c>25-34</c>.</summary>
    public string? AgeGroup { get; init; }

    /// <summary>The age in years, as the source has it.</summary>
    public int? Age { get; init; }

    /// <summary>The year of birth, as the source has it.</summary>
    public int? BirthYear { get; init; }

    /// <summary>The occupation, in the words of the source.</summary>
    public string? Occupation { get; init; }
}

/// <summary>The users of whom a source says something, by id.</summary>
internal sealed class UserTable(IReadOnlyDictionary<string, UserProfile> profiles)
{
    /// <summary>The table of a source that says nothing of its users.</summary>
    public static UserTable Empty { get; } = new(new Dictionary<string, UserProfile>());

    /// <summary>Whether the source says something of any user.</summary>
    public bool HasUsers => profiles.Count > 0;

    /// <summary>What is known of a user, or null.</summary>
    public UserProfile? Find(string id) => profiles.GetValueOrDefault(id);
}
