namespace Itdr.Datasets;

/// <summary>A source and where its files are.</summary>
/// <param name="Name">The name of the source.</param>
/// <param name="Path">The folder or archive with its files.</param>
public sealed record SourceInput(string Name, string Path)
{
    /// <summary>Reads <c>name=path</c>.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="DatasetException">It has not this form.</exception>
    public static SourceInput Parse(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && equals < text.Length - 1
            ? new SourceInput(text[..equals], text[(equals + 1)..])
            : throw new DatasetException($"{text} is not a source with its folder; write name=path, such as movielens-1m=downloads/ml-1m.");
    }
}
