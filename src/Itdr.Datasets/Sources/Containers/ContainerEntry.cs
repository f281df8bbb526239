namespace Itdr.Datasets.Sources.Containers;

/// <summary>One file that a user's path leads to: a file of a folder, or a member of an archive.</summary>
/// <param name="Path">Its path from there, with forward slashes and without the suffix of compression.</param>
/// <param name="Label">What messages call it.</param>
/// <param name="Size">The bytes of its content; of gzip, whose content is not known before it is read, those of the file.</param>
internal abstract record ContainerEntry(string Path, string Label, long Size)
{
    /// <summary>The name without folders.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The folders, without the name; empty at the top.</summary>
    public string Folder => Path.LastIndexOf('/') is var slash and >= 0 ? Path[..slash] : "";

    /// <summary>The number of folders around it.</summary>
    public int Depth => Path.Count(static character => character == '/');

    /// <summary>Where its content lies as a plain file, or null if it is packed.</summary>
    public virtual string? PlainPath => null;

    /// <summary>Opens its content for one reading from front to end.</summary>
    /// <exception cref="DatasetException">The container cannot be read; reading on may tell the same of its content.</exception>
    public abstract Stream Open();
}

/// <summary>A file of a folder, as it is.</summary>
internal sealed record PlainEntry(string Path, string Label, long Size) : ContainerEntry(Path, Label, Size)
{
    public override string PlainPath => Label;

    public override Stream Open() => File.OpenRead(Label);
}
