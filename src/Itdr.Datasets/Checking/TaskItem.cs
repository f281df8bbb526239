namespace Itdr.Datasets.Checking;

/// <summary>An item that a task names: a JSON object with an <c>id</c> or a <c>title</c>, or a candidate of any form.</summary>
/// <param name="Id">Its key in the source, or null where it has none.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="IsText">Whether it is a text and no object, so that it cannot have an id.</param>
internal readonly record struct TaskItem(string? Id, string? Title, bool IsText = false)
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
