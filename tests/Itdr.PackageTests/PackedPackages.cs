using System.Reflection;

namespace Itdr.PackageTests;

/// <summary>The packages of this repository as a user gets them, in a folder feed, and an empty folder to use them in.</summary>
public sealed class PackedPackages : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("itdr-consumer-").FullName;

    /// <summary>Packs what was built into the feed.</summary>
    public PackedPackages()
    {
        Repository = FindRepository();
        Feed = Path.Combine(Repository, "tests", "Itdr.PackageTests", "feed");
        foreach (var old in Directory.EnumerateFiles(Feed, "*.*nupkg"))
        {
            File.Delete(old);
        }

        var configuration = typeof(PackedPackages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "Configuration").Value!;
        foreach (var project in Directory.EnumerateFiles(Path.Combine(Repository, "src"), "*.csproj", SearchOption.AllDirectories))
        {
            Shell.Run(Repository, Packages, "dotnet", "pack", project, "-c", configuration, "--no-build", "-o", Feed, "--nologo", "-v", "q");
        }

        File.WriteAllText(Path.Combine(root, "NuGet.config"), $"""
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <packageSources>
                <add key="itdr-packed" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
    }

    /// <summary>The root of this repository.</summary>
    public string Repository { get; }

    /// <summary>The folder with the packages.</summary>
    public string Feed { get; }

    /// <summary>Where the consumer's packages are kept, so that no older one of the same version is found.</summary>
    public string Packages => Path.Combine(root, "packages");

    /// <summary>Makes an empty folder for a consumer, below no file of this repository.</summary>
    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(root, name)).FullName;

    /// <summary>Removes everything that the consumers made.</summary>
    public void Dispose() => Directory.Delete(root, recursive: true);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Sdk.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run from inside the repository, and no Sdk.sln was found above them.");
        }

        return folder.FullName;
    }
}
