namespace Itdr.Datasets;

/// <summary>Lists in sentences.</summary>
internal static class Phrase
{
    /// <summary>Joins names for a sentence: <c>a, b and c</c>.</summary>
    public static string List(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} and {all[^1]}";
    }
}
