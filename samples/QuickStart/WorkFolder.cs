namespace QuickStart;

/// <summary>A temporary folder that goes when the sample ends.</summary>
internal sealed class WorkFolder : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("itdr-quickstart-").FullName;

    public string this[string name] => Path.Combine(root, name);

    public void Dispose() => Directory.Delete(root, recursive: true);
}
