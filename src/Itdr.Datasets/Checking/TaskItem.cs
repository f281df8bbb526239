namespace Itdr.Datasets.Checking;

/// <summary>An item that a task names: a JSON object with an <c>id</c>, and a <c>title</c> if it has one.</summary>
/// <param name="Id">Its key in the source, or null where a candidate has none.</param>
/// <param name="Title">Its title, or null.</param>
internal readonly record struct TaskItem(string? Id, string? Title)
{
    /// <summary>The item in words.</summary>
    public override string ToString() => (Id, Title) switch
    {
        ({ } id, { } title) => $"item {id} (\"{title}\")",
        ({ } id, null) => $"item {id}",
        (null, { } title) => $"\"{title}\"",
        _ => "an item without id and title",
    };
}
