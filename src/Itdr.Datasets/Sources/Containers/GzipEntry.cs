namespace Itdr.Datasets.Sources.Containers;

/// <summary>A file with gzip around it.</summary>
/// <param name="Path">Its path, without the suffix.</param>
/// <param name="Label">Where it is.</param>
/// <param name="Size">The bytes of the packed file.</param>
/// <param name="Limits">What is let through.</param>
internal sealed record GzipEntry(string Path, string Label, long Size, ContainerLimits Limits) : ContainerEntry(Path, Label, Size)
{
    /// <summary>The suffix of such files.</summary>
    public const string Suffix = ".gz";

    public override Stream Open() => Unpack(Label, Label, Limits);

    /// <summary>The content of a gzip file, of all its members.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="label">What messages call it.</param>
    /// <param name="limits">What is let through.</param>
    internal static Stream Unpack(string path, string label, ContainerLimits limits)
    {
        var file = File.OpenRead(path);
        return new UnpackingStream(new GzipContent(file), label, file.Length, limits);
    }
}
