namespace Itdr.Instances;

/// <summary>The names of the fields of an instance in its file.</summary>
internal static class InstanceFields
{
    public const string Id = "id";
    public const string User = "user";
    public const string Item = "item";
    public const string Task = "task";
    public const string Answer = "answer";
    public const string Relevance = "relevance";
}
