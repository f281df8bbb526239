namespace Itdr.Datasets;

/// <summary>Something that must hold of a dataset folder.</summary>
/// <param name="Id">Its name in JSON.</param>
/// <param name="Claim">What must hold, as a clause.</param>
public sealed record CheckRule(string Id, string Claim)
{
    /// <summary>Every file is what the manifest says, and no other file is there.</summary>
    public static CheckRule Files { get; } = new("files", "every file is the one that the manifest lists");

    /// <summary>Every line is an instance of its subtask.</summary>
    public static CheckRule Lines { get; } = new("lines", "every line is an instance of its subtask, and the counts are the manifest's");

    /// <summary>Every instance has an id of its own that names its cell and its user or item.</summary>
    public static CheckRule Ids { get; } = new("ids", "every instance has its own id, which names its cell and its user or item");

    /// <summary>Every label reads back as its answer, with no repair.</summary>
    public static CheckRule Labels { get; } = new("labels", "every label reads back as its answer");

    /// <summary>Every task with candidates has their relevance, and its answer prefers what matters more.</summary>
    public static CheckRule Answers { get; } = new("answers", "every candidate has its relevance, and the answer agrees with it");

    /// <summary>Every item has an id, and the title that the evidence of the source has for it.</summary>
    public static CheckRule Items { get; } = new("items", "every item has the id and the title that the source gives it");

    /// <summary>Every rating of a task with a scale is a point of it.</summary>
    public static CheckRule Ratings { get; } = new("ratings", "every rating of a task is a point of its scale");

    /// <summary>No target stands in its own history.</summary>
    public static CheckRule Histories { get; } = new("histories", "no target stands in its own history");

    /// <summary>No negative was touched by the user, nor has the title of something that was.</summary>
    public static CheckRule Negatives { get; } = new("negatives", "no negative, nor anything of its title, was touched by the user");

    /// <summary>Every positive was touched by the user.</summary>
    public static CheckRule Positives { get; } = new("positives", "every positive was touched by the user");

    /// <summary>No candidate is there twice.</summary>
    public static CheckRule Candidates { get; } = new("candidates", "no candidate is there twice, by id or by title");

    /// <summary>No user of a source stands in two splits.</summary>
    public static CheckRule Users { get; } = new("users", "no user of a source stands in two splits");

    /// <summary>No prompt stands in two splits.</summary>
    public static CheckRule SplitPrompts { get; } = new("split-prompts", "no prompt stands in two splits");

    /// <summary>No prompt is twice in a cell.</summary>
    public static CheckRule Prompts { get; } = new("prompts", "no prompt is twice in a cell");

    /// <summary>Every user or item belongs to the shard.</summary>
    public static CheckRule Shards { get; } = new("shards", "every user or item belongs to the shard that the folder is");

    /// <summary>All rules, in the order in which they are told.</summary>
    public static IReadOnlyList<CheckRule> All { get; } =
        [Files, Lines, Ids, Labels, Answers, Items, Ratings, Histories, Negatives, Positives, Candidates, Users, SplitPrompts, Prompts, Shards];
}
