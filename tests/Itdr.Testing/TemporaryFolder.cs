namespace Itdr.Testing;

/// <summary>A folder for one test, removed with all it holds.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>The folder's full path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("itdr-").FullName;

    /// <summary>The full path of something inside it.</summary>
    /// <param name="relative">The path inside the folder, with forward slashes.</param>
    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    /// <summary>Everything inside it, as sorted paths with forward slashes; folders end in a slash.</summary>
    public IReadOnlyList<string> Entries(string inside = "") =>
        [.. Directory.EnumerateFileSystemEntries(this[inside], "*", SearchOption.AllDirectories)
            .Select(entry => System.IO.Path.GetRelativePath(this[inside], entry).Replace('\\', '/') + (Directory.Exists(entry) ? "/" : ""))
            .Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
