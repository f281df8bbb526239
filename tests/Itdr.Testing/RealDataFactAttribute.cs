using Xunit;

namespace Itdr.Testing;

/// <summary>A test that reads the publishers' own files, which are no part of the repository; it is skipped where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealDataFactAttribute : FactAttribute
{
    /// <summary>Skips the test unless a folder is there.</summary>
    /// <param name="folder">The folder inside <c>../shared/data</c>, with forward slashes.</param>
    public RealDataFactAttribute(string folder)
    {
        Folder = folder;
        if (!Directory.Exists(RealData.Path(folder)))
        {
            Skip = $"The folder ../shared/data/{folder} beside the repository is absent.";
        }
    }

    /// <summary>The folder inside <c>../shared/data</c>.</summary>
    public string Folder { get; }
}

/// <summary>Where the publishers' own files are.</summary>
public static class RealData
{
    private const string Solution = "Sdk.sln";

    /// <summary>The full path of a folder of <c>../shared/data</c>, seen from the root of the repository; it need not exist.</summary>
    /// <param name="folder">The folder, with forward slashes.</param>
    public static string Path(string folder)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(System.IO.Path.Combine(root.FullName, Solution)))
        {
            root = root.Parent;
        }

        return System.IO.Path.Combine(root?.Parent?.FullName ?? "", "shared", "data", folder);
    }
}
