namespace Itdr.Instances;

/// <summary>How the id of an instance is made.</summary>
public static class InstanceId
{
    /// <summary>The id of an instance: <c>subtask.source.key</c>.</summary>
    /// <param name="subtask">The id of the subtask.</param>
    /// <param name="source">The name of the source.</param>
    /// <param name="key">What the instance is made from: the user's key in the source, or the item's.</param>
    public static string Of(string subtask, string source, string key) => $"{subtask}.{source}.{key}";
}
