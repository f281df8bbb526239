namespace Itdr.Datasets;

/// <summary>The name of a cell: one subtask made from one source.</summary>
/// <param name="Subtask">The id of the subtask.</param>
/// <param name="Source">The name of the source.</param>
public sealed record CellName(string Subtask, string Source)
{
    /// <summary>Reads <c>subtask/source</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="DatasetException">It has not this form.</exception>
    public static CellName Parse(string text) =>
        text.Split('/') is [{ Length: > 0 } subtask, { Length: > 0 } source]
            ? new CellName(subtask, source)
            : throw new DatasetException($"{text} is not the name of a cell; write subtask/source, such as top-k/movielens-32m.");

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() => $"{Subtask}/{Source}";
}
